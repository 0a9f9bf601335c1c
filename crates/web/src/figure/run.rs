//! Calls that go on and back in the run, and to those that are kept.

use super::Figure;
use downhill_app::Application;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// Begins to make steps, some for each frame.
    pub fn play(&self) {
        self.shown.borrow_mut().app.play();
        self.frames.request();
        self.frames.tell(&self.shown);
    }

    /// Stops at once.
    pub fn pause(&self) {
        self.act(Application::pause);
    }

    /// Makes one step, and pauses.
    pub fn step(&self) {
        self.act(Application::step_once);
    }

    /// Goes to the state after so many updates, or to the furthest there is, and pauses.
    pub fn seek(&self, iteration: u32) {
        self.act(|app| app.seek(iteration));
    }

    /// Goes to the state after so many updates, also to one that there has not been, and pauses.
    /// It is computed in slices. Throws if that would take minutes.
    #[wasm_bindgen(js_name = openAt)]
    pub fn open_at(&self, iteration: u32) -> Result<(), JsError> {
        self.change(|app| app.open_at(iteration))
    }

    /// Stops what is computed again, such as the kept runs of an address: what is not there yet
    /// is left out.
    #[wasm_bindgen(js_name = stopRecomputing)]
    pub fn stop_recomputing(&self) {
        self.act(Application::stop_recomputing);
    }

    /// Goes back by one step, and pauses.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&self) {
        self.act(Application::step_back);
    }

    /// Opens a story, given as its text, and keeps its address; an empty one for a file. Throws, with
    /// the line, if it cannot be told: then all stays as it is.
    #[wasm_bindgen(js_name = openStory)]
    pub fn open_story(&self, text: &str, address: &str) -> Result<(), JsError> {
        self.change(|app| app.open_story(text, address))
    }

    /// Tells no story any more.
    #[wasm_bindgen(js_name = closeStory)]
    pub fn close_story(&self) {
        self.act(Application::close_story);
    }

    /// Shows a beat of the story, counted from 1.
    #[wasm_bindgen(js_name = showBeat)]
    pub fn show_beat(&self, beat: usize) -> Result<(), JsError> {
        self.change(|app| app.show_beat(beat))
    }

    /// Shows the beat so many places on. Returns whether there is one.
    #[wasm_bindgen(js_name = goOnInStory)]
    pub fn go_on_in_story(&self, by: i32) -> Result<bool, JsError> {
        let mut there = false;
        self.change(|app| app.go_on_in_story(by).map(|is| there = is))?;
        Ok(there)
    }

    /// Carries out the next of a step's four parts, or of the first one's stages in a
    /// network, and pauses.
    pub fn part(&self) {
        self.act(Application::next_part);
    }

    /// Goes back to the same start.
    pub fn reset(&self) -> Result<(), JsError> {
        self.change(Application::reset)
    }

    /// Goes to another start: the next seed.
    #[wasm_bindgen(js_name = newStart)]
    pub fn new_start(&self) -> Result<(), JsError> {
        self.change(Application::new_start)
    }

    /// Takes back the last change of a control.
    pub fn undo(&self) -> Result<(), JsError> {
        self.change(Application::undo)
    }

    /// Goes back to before what made the run impossible, and halves the step size.
    pub fn halve(&self) -> Result<(), JsError> {
        self.change(Application::halve)
    }

    /// Goes back to the start with a step size that settles.
    pub fn settle(&self) -> Result<(), JsError> {
        self.change(Application::settle)
    }

    /// Takes back a change made during the run, counted from 0, and starts over.
    #[wasm_bindgen(js_name = removeEdit)]
    pub fn remove_edit(&self, index: usize) -> Result<(), JsError> {
        self.change(|app| app.remove_edit(index))
    }

    /// Keeps a network's run as it is, to be compared with others.
    pub fn keep(&self) -> Result<(), JsError> {
        self.change(Application::keep)
    }

    /// Goes to one of the kept runs, counted from 0.
    #[wasm_bindgen(js_name = openKept)]
    pub fn open_kept(&self, index: usize) -> Result<(), JsError> {
        self.change(|app| app.open_kept(index))
    }

    /// Goes to the kept run whose small picture is under a point, in CSS pixels.
    #[wasm_bindgen(js_name = pickKept)]
    pub fn pick_kept(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.change(|app| app.pick_kept((x, y)))
    }

    /// Forgets one of the kept runs, counted from 0.
    #[wasm_bindgen(js_name = dropKept)]
    pub fn drop_kept(&self, index: usize) {
        self.act(|app| app.drop_kept(index));
    }
}
