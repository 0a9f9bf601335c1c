//! Calls of a hand in the pictures: it drags, turns, picks and paints.

use super::{Figure, Shown, view};
use downhill_app::Application;
use downhill_core::Error;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// Takes hold of what [`Figure::place_ball`] then moves: the ball, or the second point
    /// of a secant, whichever is nearer. Whether there is something to hold.
    pub fn grab(&self, view_id: &str, x: f64, y: f64) -> Result<bool, JsError> {
        Ok(self.shown.borrow_mut().app.grab(view(view_id)?, (x, y)))
    }

    /// Lets go of it.
    #[wasm_bindgen(js_name = letGo)]
    pub fn let_go(&self) {
        self.act(Application::let_go);
    }

    /// Puts a function's ball at a point of its curve or map, in CSS pixels, and
    /// begins there; the ball on a weight's curve sets the weight.
    #[wasm_bindgen(js_name = placeBall)]
    pub fn place_ball(&self, view_id: &str, x: f64, y: f64) -> Result<(), JsError> {
        let view = view(view_id)?;
        self.change(|app| app.place_ball(view, (x, y)))
    }

    /// Moves a function's ball by so many round numbers, and begins there.
    #[wasm_bindgen(js_name = moveBall)]
    pub fn move_ball(&self, right: f64, up: f64) -> Result<(), JsError> {
        self.change(|app| app.move_ball([right, up]))
    }

    /// Shows less of a function around a point of a view, in CSS pixels, or more of it.
    pub fn zoom(&self, view_id: &str, x: f64, y: f64, closer: bool) -> Result<(), JsError> {
        let view = view(view_id)?;
        self.change(|app| app.zoom(view, (x, y), closer))
    }

    /// Turns the surface by a drag of so many CSS pixels.
    pub fn turn(&self, right: f64, down: f64) {
        if right.is_finite() && down.is_finite() {
            self.turned(Some((-0.01 * right, 0.01 * down)));
        }
    }

    /// Turns the surface back to where it was at first.
    #[wasm_bindgen(js_name = turnBack)]
    pub fn turn_back(&self) {
        self.turned(None);
    }

    /// Selects the weight under a point of the diagram, in CSS pixels.
    pub fn pick(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.change(|app| app.pick((x, y)))
    }

    /// Looks at the sample of the coming step under a point of the network's answers, in CSS
    /// pixels; once more, or where there is none, at all of them.
    #[wasm_bindgen(js_name = pickSample)]
    pub fn pick_sample(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.change(|app| app.pick_sample((x, y)))
    }

    /// Selects the weight so many places on, round and round.
    #[wasm_bindgen(js_name = moveWeight)]
    pub fn move_weight(&self, places: i32) -> Result<(), JsError> {
        self.change(|app| app.move_weight(places))
    }

    /// Begins to paint data by hand into the network's answers, or ends it.
    pub fn paint(&self, on: bool) {
        self.act(|app| app.set_painting(on));
    }

    /// Takes a tool into the hand, by its name: a class, counted from 1, or `erase`.
    #[wasm_bindgen(js_name = paintWith)]
    pub fn paint_with(&self, tool: &str) {
        self.act(|app| app.paint_with(tool));
    }

    /// Begins a stroke at a point of the picture, in CSS pixels.
    #[wasm_bindgen(js_name = beginStroke)]
    pub fn begin_stroke(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.stroked(|app| app.begin_stroke((x, y)))
    }

    /// Goes on with it.
    #[wasm_bindgen(js_name = strokeTo)]
    pub fn stroke_to(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.stroked(|app| app.stroke_to((x, y)))
    }

    /// Ends it: what plays plays on.
    #[wasm_bindgen(js_name = endStroke)]
    pub fn end_stroke(&self) {
        self.act(Application::end_stroke);
    }

    /// Moves the cross-hair by so many steps to the right, and up.
    #[wasm_bindgen(js_name = moveCross)]
    pub fn move_cross(&self, right: f64, up: f64) -> Result<(), JsError> {
        self.stroked(|app| {
            app.move_cross(right, up);
            Ok(())
        })
    }

    /// Paints at the cross-hair, as by a click.
    pub fn dab(&self) -> Result<(), JsError> {
        self.change(Application::dab)
    }

    /// Takes away the painted point that is nearest to the cross-hair.
    #[wasm_bindgen(js_name = eraseNearest)]
    pub fn erase_nearest(&self) -> Result<(), JsError> {
        self.change(Application::erase_nearest)
    }

    /// Takes away all that was painted, but for a point of each class.
    #[wasm_bindgen(js_name = clearPainted)]
    pub fn clear_painted(&self) -> Result<(), JsError> {
        self.change(Application::clear_painted)
    }

    /// Draws a curve instead of painting points, or the other way round.
    #[wasm_bindgen(js_name = paintOther)]
    pub fn paint_other(&self) -> Result<(), JsError> {
        self.change(Application::paint_other)
    }
}

impl Figure {
    /// Makes a change within a stroke: the other pictures follow at its end.
    fn stroked(
        &self,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), JsError> {
        change(&mut self.shown.borrow_mut().app)?;
        self.show(Application::redraw_stroke);
        Ok(())
    }

    fn turned(&self, angles: Option<(f64, f64)>) {
        let mut shown = self.shown.borrow_mut();
        let views = shown.app.turn(angles);
        let Shown { app, canvases, .. } = &mut *shown;
        canvases.draw(app, &views);
        // It is drawn finely once it stands.
        if app.busy() {
            self.frames.request();
        }
    }
}
