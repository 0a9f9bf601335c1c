//! Images: rasters of pixels, and the backends that can draw them.

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// A raster image of equal cells, row by row from the top.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// Number of cells in a row.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Red, green, blue and alpha of each cell, as in a browser's `ImageData`: not multiplied by
    /// alpha.
    pub rgba: Vec<u8>,
}

/// Size of an image in a picture: a larger picture has larger pixels, so that each frame has time
/// for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raster {
    /// Pixels of the image in a CSS pixel.
    pub pixels: f64,
    /// Number of pixels in a row.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
}

impl Raster {
    /// Largest number of pixels of a picture that stands, about.
    pub const FINE: f64 = 700_000.0;
    /// Largest number of pixels of a picture that moves, about.
    pub const COARSE: f64 = 220_000.0;

    /// The size for a rectangle of this width and height, with up to so many pixels in a CSS
    /// pixel, and so many in all.
    pub fn new((width, height): (f64, f64), pixels: f64, most: f64) -> Raster {
        let pixels = pixels.min((most / (width * height)).sqrt());
        let side = |length: f64| (length * pixels).round().max(1.0) as usize;
        Raster { pixels, columns: side(width), rows: side(height) }
    }
}

/// A backend that can draw an [`Image`].
pub trait Canvas: DrawingBackend {
    /// Draws the image, so many backend steps wide and high, with its upper left corner at a
    /// place.
    fn image(
        &mut self,
        image: &Image,
        size: (i32, i32),
        from: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;
}

/// An image at its place, as an element of plotters.
pub(super) struct Placed<'a> {
    pub image: &'a Image,
    /// Width and height in backend steps.
    pub size: (i32, i32),
    /// Upper left corner.
    pub from: BackendCoord,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Placed<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;
    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.from)
    }
}

impl<DB: Canvas> Drawable<DB> for Placed<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut from: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        from.next().map_or(Ok(()), |from| backend.image(self.image, self.size, from))
    }
}
