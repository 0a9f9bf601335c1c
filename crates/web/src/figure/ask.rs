//! Calls that only ask.

use super::{Figure, Shown, view};
use crate::calls::to_js;
use downhill_app::told::{self, State, answers};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// All groups of the state that the page shows: numbers, sentence, controls, address.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn state(&self) -> Result<JsValue, JsError> {
        to_js(&State::new(&self.shown.borrow().app))
    }

    /// The snapshot: iteration, parameters, gradient, batch, losses.
    #[wasm_bindgen(unchecked_return_type = "Snapshot")]
    pub fn snapshot(&self) -> Result<JsValue, JsError> {
        to_js(&answers::snapshot(&self.shown.borrow().app))
    }

    /// The experiment with the changes made so far, as plain data.
    pub fn experiment(&self) -> Result<JsValue, JsError> {
        to_js(self.shown.borrow().app.subject().experiment())
    }

    /// The microscope's view of the coming step: `{sample, values, deltas, cost, penalty,
    /// gradient, step, error, kinked}`, values and deltas a list for each layer; null if it
    /// is neither taken in parts nor looked at for one sample.
    #[wasm_bindgen(unchecked_return_type = "Closely | null")]
    pub fn microscope(&self) -> Result<JsValue, JsError> {
        to_js(&answers::microscope(&self.shown.borrow().app))
    }

    /// The loss of the coming step's samples at these parameters.
    pub fn loss(&self, parameters: &[f64]) -> Result<f64, JsError> {
        Ok(answers::loss(&self.shown.borrow().app, parameters)?)
    }

    /// The loss that map and surface show at the ball.
    #[wasm_bindgen(js_name = lossAtBall)]
    pub fn loss_at_ball(&self) -> Option<f64> {
        self.shown.borrow_mut().app.loss_at_ball()
    }

    /// The plane that a network's map and surface show, its losses, and how far to trust
    /// it; null if there is no network.
    #[wasm_bindgen(unchecked_return_type = "ShownPlane | null")]
    pub fn plane(&self) -> Result<JsValue, JsError> {
        to_js(&answers::shown_plane(&self.shown.borrow().app))
    }

    /// The minimum that each start comes to, as far as that is known: `{columns, rows, done,
    /// ends, minima}`; null if it is not shown.
    #[wasm_bindgen(unchecked_return_type = "StartsMap | null")]
    pub fn basins(&self) -> Result<JsValue, JsError> {
        to_js(&answers::basins(&self.shown.borrow().app))
    }

    /// The first error in a text read as a function: `{message, from, to}`, a sentence and
    /// the characters that it is about; null if there is none.
    #[wasm_bindgen(unchecked_return_type = "Wrong | null")]
    pub fn check(&self, text: &str) -> Result<JsValue, JsError> {
        to_js(&answers::check(&self.shown.borrow().app, text))
    }

    /// The function and its derivatives written out.
    #[wasm_bindgen(unchecked_return_type = "Array<[string, string | null]>")]
    pub fn equations(&self) -> Result<JsValue, JsError> {
        to_js(&answers::equations(&self.shown.borrow().app))
    }

    /// The function and its derivatives written out, and how these come about.
    #[wasm_bindgen(unchecked_return_type = "Written | null")]
    pub fn written(&self) -> Result<JsValue, JsError> {
        to_js(&answers::written(&self.shown.borrow().app))
    }

    /// The values under a point of a network's view, in CSS pixels, or where the keyboard begins
    /// to read it: `{title, rows, x, y, mark_x, mark_y, left, above, upright}`, rows of
    /// `{name, text, value}`; null if there is none.
    #[wasm_bindgen(unchecked_return_type = "Probed | null")]
    pub fn probe(&self, view_id: &str, x: Option<f64>, y: Option<f64>) -> Result<JsValue, JsError> {
        to_js(&answers::probe(&self.shown.borrow().app, view(view_id)?, x.zip(y)))
    }

    /// The drawing of a view: `marks` of `{kind, sign, points, size, text}`,
    /// points in CSS pixels, `sign` the name of the colour; and its axes' `plot`,
    /// `{from, to, x, y}`, corners in CSS pixels and ranges of values.
    #[wasm_bindgen(unchecked_return_type = "Drawing | null")]
    pub fn drawing(&self, view_id: &str) -> Result<JsValue, JsError> {
        let Shown { app, canvases, .. } = &*self.shown.borrow();
        to_js(&canvases.drawing(app, view(view_id)?))
    }

    /// The query that leads back to the very iteration that is shown. Throws if it is too long.
    pub fn link(&self) -> Result<String, JsError> {
        Ok(self.shown.borrow().app.query_at()?)
    }

    /// The settings that a link can lock here: the key and the name of each.
    #[wasm_bindgen(unchecked_return_type = "Array<[string, string]>")]
    pub fn lockable(&self) -> Result<JsValue, JsError> {
        to_js(&told::lockable(&self.shown.borrow().app))
    }

    /// The query of a link for a class: settings that stay as they are, a goal, a seed. Throws, and
    /// says why, if one of them does not fit.
    #[wasm_bindgen(js_name = classQuery)]
    pub fn class_query(&self, lock: &str, goal: &str, seed: &str) -> Result<String, JsError> {
        let app = &self.shown.borrow().app;
        app.class_query(lock, goal, seed).map_err(|error| JsError::new(&app.explained(&error)))
    }

    /// The code of the present result; null if there is none to be judged.
    #[wasm_bindgen(js_name = resultCode)]
    pub fn result_code(&self) -> Option<String> {
        self.shown.borrow().app.result_code()
    }

    /// Meaning of a code with the link of this query, in a sentence. Throws if it is
    /// no code, or one of another link.
    #[wasm_bindgen(js_name = checkCode)]
    pub fn check_code(&self, query: &str, code: &str) -> Result<String, JsError> {
        Ok(told::checked(&self.shown.borrow().app, query, code)?)
    }

    /// A text as a QR code; null if it is too long for one.
    #[wasm_bindgen(unchecked_return_type = "Qr | null")]
    pub fn qr(&self, text: &str) -> Result<JsValue, JsError> {
        to_js(&told::qr(text))
    }

    /// The run that is shown, as a table: a row for each state that its history holds.
    #[wasm_bindgen(unchecked_return_type = "RunTable")]
    pub fn table(&self) -> Result<JsValue, JsError> {
        to_js(&answers::run_table(&self.shown.borrow().app))
    }

    /// A picture by its name, or the `run`, in numbers: caption, columns, rows, and all of it as
    /// CSV; null if there is no such picture now.
    #[wasm_bindgen(js_name = dataTable, unchecked_return_type = "DataTable | null")]
    pub fn data_table(&self, id: &str) -> Result<JsValue, JsError> {
        to_js(&told::data_table(&self.shown.borrow().app, id))
    }

    /// The steps of the run that a handout shows; none of a run that is too short.
    pub fn handout(&self) -> Vec<u32> {
        told::handout(&self.shown.borrow().app)
    }

    /// The present step as a tone: its pitch and where it comes from, each from 0 to 1.
    #[wasm_bindgen(unchecked_return_type = "Tone")]
    pub fn tone(&self) -> Result<JsValue, JsError> {
        to_js(&told::tone(&self.shown.borrow().app))
    }

    /// The run that is shown as CSV, all that its history holds.
    pub fn csv(&self) -> String {
        answers::run_csv(&self.shown.borrow().app)
    }

    /// The times of the last frame's step, curve, surface, boundary and drawing, in
    /// milliseconds.
    pub fn laps(&self) -> Vec<f64> {
        let Shown { app, drawing, .. } = &*self.shown.borrow();
        [&app.laps()[..], &[*drawing]].concat()
    }

    /// The files that a network's run can be saved as: `[id, file name]` each.
    #[wasm_bindgen(unchecked_return_type = "Array<[string, string]>")]
    pub fn exports(&self) -> Result<JsValue, JsError> {
        to_js(&answers::exports())
    }

    /// The text of a file that can be saved.
    pub fn export(&self, id: &str) -> Result<String, JsError> {
        Ok(answers::export(&self.shown.borrow().app, id)?)
    }
}
