//! Parallel projection of a landscape in a box onto the picture.

use crate::canvas::geometry::{Pair, Point};
use crate::options::scene::{NEURON, Scene};
use crate::plots::contour_map::Landscape;
use downhill_core::numeric::math;

/// Direction of view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Yaw in radians; 0 looks along the second axis.
    pub yaw: f64,
    /// Pitch in radians: the elevation of the eye above the horizon.
    pub pitch: f64,
}

impl Default for Camera {
    fn default() -> Camera {
        Camera { yaw: 0.6, pitch: 0.52 }
    }
}

impl Camera {
    /// Initial camera of a scene: for a neuron, along its valley.
    pub fn of(scene: &Scene) -> Camera {
        match scene.id == NEURON.id {
            true => Camera { yaw: 5.7, pitch: 0.6 },
            false => Camera::default(),
        }
    }

    /// The camera turned by these angles; the eye stays above the floor.
    pub fn turned(self, yaw: f64, pitch: f64) -> Camera {
        Camera {
            yaw: (self.yaw + yaw).rem_euclid(std::f64::consts::TAU),
            pitch: (self.pitch + pitch).clamp(0.1, 1.5),
        }
    }
}

/// Height of the box over half the depth of its floor.
pub(super) const HEIGHT: f64 = 1.1;

/// Parallel projection of the box over the window.
pub(super) struct Projection<'a> {
    pub land: &'a Landscape,
    /// Width of the floor over its depth.
    ratio: f64,
    pub sin: f64,
    pub cos: f64,
    sin_pitch: f64,
    cos_pitch: f64,
    scale: f64,
    middle: Point,
}

impl<'a> Projection<'a> {
    /// The projection that fills a picture of this width and height but for a margin of 2 em.
    pub fn new(
        land: &'a Landscape,
        camera: Camera,
        (width, height): (f64, f64),
        em: f64,
    ) -> Projection<'a> {
        let (sin, cos) = (math::sin(camera.yaw), math::cos(camera.yaw));
        let (sin_pitch, cos_pitch) = (math::sin(camera.pitch), math::cos(camera.pitch));
        let ratio = land.ratio().0;
        let reach_x = ratio * cos.abs() + sin.abs();
        let reach_y = ratio * sin.abs() + cos.abs();
        let scale = ((width - 4.0 * em) / (2.0 * reach_x))
            .min((height - 4.0 * em) / (2.0 * reach_y * sin_pitch + HEIGHT * cos_pitch));
        let middle = (width / 2.0, height / 2.0 - 0.4 * em);
        Projection { land, ratio, sin, cos, sin_pitch, cos_pitch, scale, middle }
    }

    /// A place on the floor, which is ±ratio by ±1.
    pub fn boxed(&self, x: f64, y: f64) -> Pair {
        let ((x_low, x_high), (y_low, y_high)) = self.land.window;
        (
            self.ratio * (2.0 * x - x_low - x_high) / (x_high - x_low),
            (2.0 * y - y_low - y_high) / (y_high - y_low),
        )
    }

    /// Position of a point of the box, `up` from 0 on the floor to 1 at the top.
    pub fn seen(&self, (x, y): Pair, up: f64) -> Point {
        let (right, back) = (x * self.cos - y * self.sin, x * self.sin + y * self.cos);
        let up = back * self.sin_pitch + (up - 0.5) * HEIGHT * self.cos_pitch;
        (self.middle.0 + self.scale * right, self.middle.1 - self.scale * up)
    }

    /// A height's share of the box: 0 on the floor, 1 at the top.
    pub fn up(&self, height: f64) -> f64 {
        let heights = &self.land.heights;
        (height - heights.floor) / (heights.top - heights.floor)
    }

    /// Position of a point in space; one below or above the box is at its floor or top.
    pub fn at(&self, x: f64, y: f64, height: f64) -> Point {
        self.seen(self.boxed(x, y), self.up(height).clamp(0.0, 1.0))
    }

    /// Corners of the floor, in order around it.
    pub fn corners(&self) -> [Pair; 4] {
        let ((x_low, x_high), (y_low, y_high)) = self.land.window;
        [(x_low, y_low), (x_high, y_low), (x_high, y_high), (x_low, y_high)]
    }

    /// Position of a point on the floor.
    pub fn floor(&self, x: f64, y: f64) -> Point {
        self.seen(self.boxed(x, y), 0.0)
    }

    /// Light on a slope, from the upper left: lighter above 0, darker below.
    pub fn light(&self, x_rise: f64, y_rise: f64) -> f64 {
        // The normal (−rise, 1), turned as the box is, towards the light (−1, −0.4, 1.6).
        let (nx, ny) =
            (-x_rise * self.cos + y_rise * self.sin, -x_rise * self.sin - y_rise * self.cos);
        let length = (nx * nx + ny * ny + 1.0).sqrt();
        0.45 * ((-nx - 0.4 * ny + 1.6) / (length * 1.93) - 0.75)
    }
}
