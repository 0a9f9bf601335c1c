//! A page without a browser: an application, the sizes of its views, and frames.

use downhill_app::told::State;
use downhill_app::{Application, Redraw, Viewport};
use downhill_core::{Error, Experiment};
use downhill_view::options::show::View;
use downhill_view::svg::{self, Drawing};
use std::cell::Cell;

/// Every view has this size on the page, in CSS pixels.
pub const SIZE: (u32, u32) = (420, 320);
/// The text's size in CSS pixels.
pub const EM: f64 = 14.0;

/// A page that shows one figure. Each look at its clock takes half a millisecond, so that what is
/// searched for so many milliseconds a frame is the same on every machine.
pub struct Page {
    pub app: Application,
    now: Cell<f64>,
}

impl Page {
    /// A page opened at an address's query, every view drawn.
    pub fn open(query: &str) -> Page {
        let mut page = Page::open_empty(query);
        for (_, view) in View::ALL {
            let size = (f64::from(SIZE.0), f64::from(SIZE.1));
            page.app.place(view, Some(Viewport { size, em: EM }));
        }
        page.show(Application::redraw);
        page
    }

    /// A page on which no view has a place: what is computed only to be drawn is left out.
    pub fn open_empty(query: &str) -> Page {
        let app = Application::new(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        Page { app, now: Cell::new(0.0) }
    }

    /// Makes a change, and shows it.
    pub fn change(
        &mut self,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), Error> {
        change(&mut self.app)?;
        self.show(Application::redraw_change);
        Ok(())
    }

    /// Makes a change that can be made, and shows it.
    pub fn act<T>(&mut self, change: impl FnOnce(&mut Application) -> T) -> T {
        let done = change(&mut self.app);
        self.show(Application::redraw_change);
        done
    }

    /// Sets a key to a value that fits.
    pub fn set(&mut self, key: &str, value: &str) {
        let set = self.change(|app| app.set(key, value));
        set.unwrap_or_else(|error| panic!("{key}={value}: {error}"));
    }

    /// Makes so many steps, by hand.
    pub fn step(&mut self, count: u32) {
        (0..count).for_each(|_| self.act(Application::step_once));
    }

    /// At most so many frames, as long as one is asked for; how many there were.
    pub fn frames(&mut self, most: u32) -> u32 {
        for count in 0..most {
            if !self.app.busy() {
                return count;
            }
            let now = &self.now;
            let clock = || {
                now.set(now.get() + 0.5);
                now.get()
            };
            let redraw = self.app.frame(&clock);
            self.draw(redraw);
            let now = &self.now;
            self.app.end_frame(&|| now.get());
        }
        most
    }

    /// Plays for so many frames, and pauses.
    pub fn play(&mut self, count: u32) {
        self.act(Application::play);
        self.frames(count);
        self.act(Application::pause);
    }

    fn show(&mut self, redraw: impl FnOnce(&mut Application) -> Redraw) {
        let redraw = redraw(&mut self.app);
        self.draw(redraw);
    }

    fn draw(&mut self, redraw: Redraw) {
        for view in redraw.views {
            let Drawing { plot, .. } = self.drawing(view);
            self.app.drawn(view, plot);
        }
    }

    /// A view as it is drawn now.
    pub fn drawing(&self, view: View) -> Drawing {
        let app = &self.app;
        svg::drawing(app.theme(), SIZE, EM, |pen| app.draw(view, pen))
    }

    /// The experiment, with the changes made so far.
    pub fn experiment(&self) -> &Experiment {
        self.app.subject().experiment()
    }

    /// The settings in force.
    pub fn settings(&self) -> &Experiment {
        self.app.subject().settings()
    }

    /// The number of updates made.
    pub fn iteration(&self) -> u32 {
        self.app.subject().iteration()
    }

    /// θ, or where a function's ball is.
    pub fn place(&self) -> Vec<f64> {
        self.app.subject().place().to_vec()
    }

    /// All that the page is told.
    pub fn told(&self) -> State {
        State::new(&self.app)
    }

    /// The address's query that leads back here.
    pub fn query(&self) -> String {
        self.app.query().unwrap()
    }
}
