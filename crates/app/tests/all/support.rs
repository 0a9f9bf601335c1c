//! A page without a browser: an application, the sizes of its views, and frames.

use crate::blank::Blank;
use downhill_app::told::answers::{self, DrawnMark, DrawnPlot};
use downhill_app::told::{Piece, State, Telling};
use downhill_app::{Application, Redraw, Viewport};
use downhill_core::{Error, Experiment};
use downhill_view::canvas::image::Image;
use downhill_view::canvas::pen::Pen;
use downhill_view::options::show::View;
use downhill_view::svg::{self, Drawing};
use downhill_view::text::native::ENGLISH;
use plotters::drawing::IntoDrawingArea;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Every view has this size on the page, in CSS pixels.
pub const SIZE: (u32, u32) = (420, 320);
/// The text's size in CSS pixels.
pub const EM: f64 = 14.0;

/// A page that shows one figure. Only looks at its clock take time, so that what is searched for so
/// many milliseconds a frame is the same on every machine.
pub struct Page {
    pub app: Application,
    /// The milliseconds that a look at the clock takes.
    pub look: f64,
    /// Who listens, and the changes that were heard.
    heard: Option<(Telling, Vec<Value>)>,
    now: Cell<f64>,
    /// Time of the last frame, of 60 frames a second.
    at: f64,
}

impl Page {
    /// A page opened at an address's query, every view drawn.
    pub fn open(query: &str) -> Page {
        Page::open_with(query, &View::ALL.map(|(_, view)| view))
    }

    /// A page on which these views have a place.
    pub fn open_with(query: &str, views: &[View]) -> Page {
        let mut page = Page::open_empty(query);
        for view in views.iter().copied() {
            let size = (f64::from(SIZE.0), f64::from(SIZE.1));
            page.app.place(view, Some(Viewport { size, em: EM }));
        }
        page.show(Application::redraw);
        page
    }

    /// A page on which no view has a place: what is computed only to be drawn is left out.
    pub fn open_empty(query: &str) -> Page {
        let app =
            Application::new(query, ENGLISH).unwrap_or_else(|error| panic!("{query}: {error}"));
        Page { app, look: 0.5, heard: None, now: Cell::new(0.0), at: 0.0 }
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
            self.frame();
        }
        most
    }

    /// One frame; the views that it draws.
    pub fn frame(&mut self) -> Vec<View> {
        let (now, look) = (&self.now, self.look);
        let clock = || {
            now.set(now.get() + look);
            now.get()
        };
        self.at += 1000.0 / 60.0;
        let redraw = self.app.frame(self.at, &clock);
        let views = redraw.views.clone();
        self.draw(redraw);
        let now = &self.now;
        self.app.end_frame(&|| now.get());
        views
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
        let (width, height) = SIZE;
        let unit = svg::UNIT as u32;
        for view in redraw.views {
            let size = (width * unit, height * unit);
            let area = Blank { size, images: Rc::default() }.into_drawing_area();
            let pen = Pen::new(&area, self.app.theme(), svg::UNIT, EM);
            let plot = self.app.draw(view, &pen).unwrap();
            self.app.drawn(view, plot);
        }
        if let (true, Some((telling, heard))) = (redraw.tell, &mut self.heard) {
            heard.push(serde_json::to_value(telling.changes(&mut self.app)).unwrap());
        }
    }

    /// Listens from now on, as one to whom nothing has been told.
    pub fn listen(&mut self) {
        self.heard = Some((Telling::default(), Vec::new()));
    }

    /// The changes that were heard since this was asked last.
    pub fn heard(&mut self) -> Vec<Value> {
        self.heard.as_mut().map_or_else(Vec::new, |(_, heard)| std::mem::take(heard))
    }

    /// A view as it is drawn now.
    pub fn drawing(&self, view: View) -> Drawing {
        let app = &self.app;
        svg::drawing(app.theme(), SIZE, EM, |pen| app.draw(view, pen))
    }

    /// Drawing of a view as it is now: its marks by the names of their colours, and its axes.
    pub fn marks(&self, view: View) -> answers::Drawing {
        let Drawing { marks, plot, .. } = self.drawing(view);
        answers::drawing(&self.app, marks, plot, svg::UNIT)
    }

    /// The largest image that is drawn of a view now.
    pub fn image(&self, view: View) -> Image {
        let images: Rc<RefCell<Vec<Image>>> = Rc::default();
        let size = (SIZE.0 * svg::UNIT as u32, SIZE.1 * svg::UNIT as u32);
        let area = Blank { size, images: Rc::clone(&images) }.into_drawing_area();
        let pen = Pen::new(&area, self.app.theme(), svg::UNIT, EM);
        self.app.draw(view, &pen).unwrap_or_else(|error| panic!("{error}"));
        images
            .take()
            .into_iter()
            .max_by_key(|image| image.rgba.len())
            .expect("a view with an image")
    }

    /// The marks of one colour.
    pub fn signed(&self, view: View, sign: &str) -> Vec<DrawnMark> {
        self.marks(view).marks.into_iter().filter(|mark| mark.sign == sign).collect()
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

    /// All numbers of the present state.
    pub fn snapshot(&self) -> Value {
        serde_json::to_value(answers::snapshot(&self.app)).unwrap()
    }

    /// The one sentence.
    pub fn sentence(&self) -> String {
        words(&self.told().sentence)
    }

    /// A sentence beside a picture or a control.
    pub fn note(&self, key: &str) -> String {
        words(&self.told().notes[key])
    }

    /// A number beside the pictures, with all its digits.
    pub fn reading(&self, key: &str) -> f64 {
        let told = self.told().numbers.into_iter().find(|reading| reading.key == key);
        told.unwrap_or_else(|| panic!("{key} is not told")).value
    }

    /// A key's value as its control shows it.
    pub fn control(&self, key: &str) -> String {
        self.told().controls[key].clone()
    }
}

/// The words of a sentence.
pub fn words(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Asserts that a text has these parts, in this order.
pub fn assert_says(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("no “{part}” in “{rest}” of “{text}”"));
        rest = &rest[at + part.len()..];
    }
}

/// Asserts that two numbers are the same but for rounding, or for so much of the second one.
pub fn assert_near(found: f64, expected: f64, most: f64, what: &str) {
    let far = (found - expected).abs();
    assert!(far <= most * expected.abs().max(1.0), "{what}: {found}, not {expected}");
}

/// The values at a point of a view's axes.
pub fn values_at(plot: &DrawnPlot, (x, y): (f64, f64)) -> (f64, f64) {
    let share = |at: f64, from: f64, to: f64| (at - from) / (to - from);
    let value = |share: f64, (low, high): (f64, f64)| low + share * (high - low);
    (
        value(share(x, plot.from.0, plot.to.0), plot.x),
        value(share(y, plot.to.1, plot.from.1), plot.y),
    )
}
