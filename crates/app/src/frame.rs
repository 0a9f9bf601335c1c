//! One frame's work, and whether another frame is needed.

pub(crate) mod flashes;
pub(crate) mod laps;
mod motion;
mod redraw;
pub(crate) mod redraw_schedule;
pub(crate) mod surface;
pub(crate) mod viewports;

pub use redraw::Redraw;

use crate::application::Application;
use crate::playback::pace::Clock;
use crate::state::walkthrough::Walkthrough;
use crate::subject::{Ball, Subject};
use downhill_view::options::scene::NETWORK;
use downhill_view::options::show::View;
use laps::Lap;
use redraw_schedule::ROUND;

impl Application {
    /// One frame: steps if it plays, a part of the search for places to mark, of the map of
    /// starts, of a finer map. `at` is the frame's own time in milliseconds, by which the ball
    /// moves and an early scene's run gets faster. `clock` only decides how much of what is
    /// searched a frame does, and how many steps it makes at full speed. No number depends on
    /// either.
    pub fn frame(&mut self, at: f64, clock: Clock) -> Redraw {
        self.laps.start(clock);
        if self.is_recomputing() {
            let done = self.recompute_frame(clock);
            if !self.playing {
                self.laps.end(Lap::Step, clock);
                let views = if done { self.redraw_all(clock) } else { Vec::new() };
                self.moved = true;
                return Redraw { views, tell: true };
            }
        }
        if self.playing && !self.is_at_full_speed() {
            let count = self.iterations_of_frame(at);
            self.due.add(count);
        }
        if let Some(redraw) = self.motion_frame(at, clock) {
            self.laps.end(Lap::Step, clock);
            return redraw;
        }
        let arrived = self.end_motion();
        let (before, played) = (self.subject.iteration(), self.playing);
        // Where the ball has arrived is shown before it goes on.
        let moved = !arrived
            && match self.is_at_full_speed() {
                true => self.fill_frame(clock),
                false => self.playing && self.advance(),
            };
        self.pace = self.pace.take().filter(|_| self.is_at_full_speed());
        let made = before + 1..=self.subject.iteration();
        if self.subject.experiment().edits.iter().any(|edit| made.contains(&edit.iteration)) {
            // A hand did this, when it was recorded.
            self.moved = true;
        }
        if played && !self.playing {
            self.restore();
        }
        if self.motion.is_moving() {
            return Redraw::default();
        }
        let found = self.subject.searching().is_some_and(|ball| ball.look_around(clock));
        // A network's pictures take turns also in frames without a step.
        let turn = self.playing && self.takes_turns() && self.subject.run().is_some();
        let playing = moved || arrived || found || turn;
        // What a change by hand or more of the map of starts asks for comes first, in a frame
        // of its own; the next frame is for the rest.
        let behind = self.behind;
        let late = behind && !self.surface.turned && !playing;
        let [filling, trying] = if behind { [2.0, 0.0] } else { [4.0, 3.0] };
        let filled = !late && self.filling().is_some_and(|ball| ball.fill(filling, clock));
        let tried = self.trying().map(|ball| ball.try_step_sizes(trying, clock)).is_some();
        let refined = match !self.playing && self.subject.coarse() {
            true => self.subject.refine(&self.show),
            false => &[],
        };
        self.laps.end(Lap::Step, clock);
        self.behind |= filled;
        let charted = self.charting();
        let views = if playing {
            self.redraw_frame(moved || arrived || found, at, clock)
        } else if !refined.is_empty() {
            // It is there in this frame only: what follows can wait.
            refined.iter().filter_map(|view| self.redraw_known(*view)).collect()
        } else if charted {
            self.redraw_views(|view| view == View::Chart, clock)
        } else if self.surface.turned {
            // One of the large pictures is enough for one frame.
            self.surface.turned = self.surface_differs();
            self.redraw_turned()
        } else if late {
            self.behind = false;
            let views = self.redraw_views(|view| view != View::Surface, clock);
            self.surface.turned = true;
            views
        } else {
            self.stand_frame()
        };
        Redraw {
            views,
            tell: playing || behind || filled || tried || charted || !refined.is_empty(),
        }
    }

    /// Ends a frame, its views drawn and its page written.
    pub fn end_frame(&mut self, clock: Clock) {
        if let Some(pace) = &mut self.pace {
            pace.end(clock);
        }
    }

    /// How many milliseconds the last frame's steps took, and the numbers of its curves, of
    /// map and surface, and of the network's answers.
    pub fn laps(&self) -> [f64; 4] {
        self.laps.times
    }

    /// Whether the next frame is needed.
    pub fn busy(&mut self) -> bool {
        self.playing
            || self.motion.is_moving()
            || self.is_recomputing()
            || self.behind
            || self.charting()
            || self.surface.turned
            || self.surface.stands_in > 0
            || self.subject.searching().is_some()
            || self.is_filling()
            || self.trying().is_some()
            || self.subject.coarse()
    }

    /// Whether each frame brings as many iterations as it has time for.
    fn is_at_full_speed(&self) -> bool {
        self.playing
            && self.show.iterations_per_frame.is_infinite()
            && (!self.rises() || self.rise.is_over())
    }

    /// Whether a run begins slowly: in all scenes but the network's, where pictures may move.
    fn rises(&self) -> bool {
        self.motion.allowed && self.show.scene.id != NETWORK.id
    }

    /// The iterations that a frame at this time adds to those that are due.
    fn iterations_of_frame(&mut self, at: f64) -> f64 {
        let most = self.show.iterations_per_frame;
        let most = if most.is_infinite() { 1.0 } else { most };
        if self.rises() { self.rise.frame(at, most) } else { most }
    }

    /// The steps of one frame: below one iteration per frame, none in most
    /// frames. Whether there was one.
    fn advance(&mut self) -> bool {
        /// The work of a frame's steps, in multiply-adds: some 20 ms in a browser.
        const WORK: u64 = 80_000_000;
        let most = self.subject.updates_within(WORK);
        let count = self.due.take().min(most);
        let followed = count == 1 && self.rises() && self.rise.is_followed();
        let from = followed.then(|| self.subject.place().to_vec());
        self.step(count);
        if let Some(from) = from {
            self.begin_motion(&from, self.rise.interval);
        }
        count > 0
    }

    /// The steps of a frame that brings as many as it has time for.
    fn fill_frame(&mut self, clock: Clock) -> bool {
        let mut pace = self.pace.take().unwrap_or_default();
        let made = pace.fill(clock, |count| {
            let before = self.subject.iteration();
            match &mut self.subject {
                // What came before has ended it.
                _ if !self.playing => {}
                // No rule asks for every loss on the way.
                Subject::Network(network) if self.show.rules.is_empty() => {
                    self.walkthrough = Walkthrough::default();
                    self.playing = network.time.advance(count);
                }
                _ => self.step(count),
            }
            self.subject.iteration() - before
        });
        self.pace = Some(pace);
        made > 0
    }

    /// Whether the chart that is shown gets more complete with each frame.
    fn charting(&self) -> bool {
        let shown = self.viewports.of(View::Chart).is_some();
        match &self.subject {
            Subject::Network(it) if shown => {
                it.pictures.charts.unfinished(it.run(), self.show.chart)
            }
            _ => false,
        }
    }

    /// Whether steps come so fast that not everything is drawn in each frame.
    pub(crate) fn takes_turns(&self) -> bool {
        let slow = self.rises() && self.rise.is_followed();
        !slow && self.show.iterations_per_frame * ROUND as f64 >= 1.0
    }

    /// The ball whose step sizes are to be tried.
    fn trying(&mut self) -> Option<&mut Ball> {
        self.subject.ball().filter(|ball| ball.dial.to_try(ball.descent(), ball.level()))
    }

    /// The ball whose map of starts is to be filled in.
    fn filling(&mut self) -> Option<&mut Ball> {
        let asked = self.show.basins;
        self.subject.ball().filter(|ball| ball.to_fill(asked))
    }

    /// Whether there is one.
    pub fn is_filling(&self) -> bool {
        matches!(&self.subject, Subject::Ball(ball) if ball.to_fill(self.show.basins))
    }
}
