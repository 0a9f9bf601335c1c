//! The figure as the page's script sees it, and its frame loop.

use crate::calls;
use crate::plain::to_js;
use crate::state::State;
use downhill_core::Error;
use downhill_core::data::csv;
use downhill_view::View;
use downhill_view::layers::Edit;
use downhill_view::theme::{LIGHT, Theme};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlCanvasElement, Window};

/// One figure: a run or a ball, its pictures, its frame loop.
#[wasm_bindgen]
pub struct Figure {
    state: Rc<RefCell<State>>,
    frames: Rc<Frames>,
}

/// The frame loop. It holds the state weakly: a figure that is freed stops.
struct Frames {
    callback: RefCell<Option<Closure<dyn FnMut()>>>,
    /// The frame that is asked for and has not come.
    requested: RefCell<Option<i32>>,
    /// The page's listener.
    listener: RefCell<Option<Function>>,
}

fn window() -> Result<Window, JsError> {
    web_sys::window().ok_or_else(|| JsError::new("Downhill needs a browser's window."))
}

impl Frames {
    /// Asks for the next frame, once. `window.requestAnimationFrame` is looked up
    /// at each call, so that a page or a test can put its own in its place.
    fn request(&self) {
        if self.requested.borrow().is_some() {
            return;
        }
        if let (Some(callback), Ok(window)) = (&*self.callback.borrow(), window()) {
            let request = window.request_animation_frame(callback.as_ref().unchecked_ref());
            *self.requested.borrow_mut() = request.ok();
        }
    }

    /// Tells the page that something has changed. The state is not borrowed
    /// while it listens, so it may call back.
    fn tell(&self) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            // An error in the page's listener is the page's: it is in the console.
            let _ = listener.call0(&JsValue::NULL);
        }
    }

    fn frame(&self, state: &RefCell<State>) {
        *self.requested.borrow_mut() = None;
        let hidden =
            window().ok().and_then(|window| window.document()).is_some_and(|it| it.hidden());
        if !hidden {
            let changed = state.borrow_mut().frame();
            if changed {
                self.tell();
            }
            state.borrow_mut().end_frame();
        }
        if state.borrow_mut().busy() {
            self.request();
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let (Some(request), Ok(window)) = (*self.requested.borrow(), window()) {
            let _ = window.cancel_animation_frame(request);
        }
    }
}

fn view(id: &str) -> Result<View, JsError> {
    View::from_id(id).ok_or_else(|| {
        let ids = View::ALL.map(|(id, _)| id).join(", ");
        JsError::new(&format!("There is no view “{id}”. There are: {ids}."))
    })
}

#[wasm_bindgen]
impl Figure {
    /// A figure at the start of what an address's query asks for, such as
    /// `?seed=2&batch_size=10`.
    #[wasm_bindgen(constructor)]
    pub fn new(query: &str) -> Result<Figure, JsError> {
        let document =
            window()?.document().ok_or_else(|| JsError::new("Downhill needs a document."))?;
        let bitmap = document
            .create_element("canvas")
            .ok()
            .and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok())
            .ok_or_else(|| JsError::new("Downhill needs a canvas to draw on."))?;
        let state = Rc::new(RefCell::new(State::new(query, bitmap)?));
        let frames = Rc::new(Frames {
            callback: RefCell::new(None),
            requested: RefCell::new(None),
            listener: RefCell::new(None),
        });
        let weak: (Weak<Frames>, Weak<RefCell<State>>) =
            (Rc::downgrade(&frames), Rc::downgrade(&state));
        *frames.callback.borrow_mut() = Some(Closure::new(move || {
            if let (Some(frames), Some(state)) = (weak.0.upgrade(), weak.1.upgrade()) {
                frames.frame(&state);
            }
        }));
        Ok(Figure { state, frames })
    }

    /// Calls this after each change, also after each frame.
    pub fn listen(&self, listener: Function) {
        *self.frames.listener.borrow_mut() = Some(listener);
    }

    /// Shows a view on a canvas: its width and height in CSS pixels, the device
    /// pixels a CSS pixel, and its text's size in CSS pixels. Without room, the
    /// view is not drawn.
    pub fn place(
        &self,
        view_id: &str,
        canvas: HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        text: f64,
    ) -> Result<(), JsError> {
        let view = view(view_id)?;
        self.state.borrow_mut().place(view, canvas, (width, height), ratio, text);
        Ok(())
    }

    /// Draws all views anew.
    pub fn draw(&self) {
        self.show(|state| {
            state.draw();
            true
        });
    }

    /// Begins to make steps, some for each frame.
    pub fn play(&self) {
        self.state.borrow_mut().playing = true;
        self.frames.request();
        self.frames.tell();
    }

    /// Stops at once.
    pub fn pause(&self) {
        self.state.borrow_mut().playing = false;
        self.changed();
    }

    /// Makes one step, and pauses.
    pub fn step(&self) {
        let mut state = self.state.borrow_mut();
        state.playing = false;
        state.step(1);
        drop(state);
        self.changed();
    }

    /// Goes to the state after so many updates, or to the furthest there is, and pauses.
    pub fn seek(&self, iteration: u32) {
        self.state.borrow_mut().seek(iteration);
        self.changed();
    }

    /// Goes back by one step, and pauses.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&self) {
        let here = self.state.borrow().subject.iteration();
        self.seek(here.saturating_sub(1));
    }

    /// Carries out the next of a step's four parts, or of the first one's stages in a
    /// network, and pauses.
    pub fn part(&self) {
        self.state.borrow_mut().next_part();
        self.changed();
    }

    /// Takes back the last change of a control.
    pub fn undo(&self) -> Result<(), JsError> {
        self.state.borrow_mut().undo()?;
        self.changed();
        Ok(())
    }

    /// Goes back to before what made the run impossible, and halves the step size.
    pub fn halve(&self) -> Result<(), JsError> {
        self.state.borrow_mut().halve()?;
        self.changed();
        Ok(())
    }

    /// Goes back to the same start.
    pub fn reset(&self) -> Result<(), JsError> {
        self.state.borrow_mut().reset()?;
        self.changed();
        Ok(())
    }

    /// Goes to another start: the next seed.
    #[wasm_bindgen(js_name = newStart)]
    pub fn new_start(&self) -> Result<(), JsError> {
        self.state.borrow_mut().new_start()?;
        self.changed();
        Ok(())
    }

    /// Sets a key, such as `learning_rate` or `weight`, from text.
    pub fn set(&self, key: &str, value: &str) -> Result<(), JsError> {
        self.state.borrow_mut().set(key, value)?;
        self.changed();
        Ok(())
    }

    /// Sets a key by its slider's place.
    #[wasm_bindgen(js_name = setPlace)]
    pub fn set_place(&self, key: &str, place: usize) -> Result<(), JsError> {
        match calls::BALL.iter().position(|slider| *slider == key) {
            Some(axis) => self.state.borrow_mut().slide_ball(axis, place)?,
            None if key == "weight_value" => self.state.borrow_mut().slide_weight(place)?,
            None => return self.set(key, &calls::at_place(key, place)?),
        }
        self.changed();
        Ok(())
    }

    /// Learns from the rows of a table (CSV), or opens an experiment or weights (JSON),
    /// given as text.
    #[wasm_bindgen(js_name = setCsv)]
    pub fn set_csv(&self, text: &str) -> Result<(), JsError> {
        self.state.borrow_mut().open(text)?;
        self.changed();
        Ok(())
    }

    /// The same, given as a file's bytes.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&self, bytes: &[u8]) -> Result<(), JsError> {
        self.set_csv(&csv::decode(bytes))
    }

    /// Says what a column of the table is, counted from 0: `input`, `target` or `unused`.
    #[wasm_bindgen(js_name = chooseColumn)]
    pub fn choose_column(&self, column: usize, role: &str) -> Result<(), JsError> {
        self.state.borrow_mut().choose_column(column, role)?;
        self.changed();
        Ok(())
    }

    /// Says whether the table's target is classes, or values.
    #[wasm_bindgen(js_name = chooseClasses)]
    pub fn choose_classes(&self, classes: bool) -> Result<(), JsError> {
        self.state.borrow_mut().choose_classes(classes)?;
        self.changed();
        Ok(())
    }

    /// What can be saved of a network's run: `[id, file name]` each.
    pub fn exports(&self) -> Result<JsValue, JsError> {
        to_js(&calls::exports())
    }

    /// The text of a file that can be saved.
    pub fn export(&self, id: &str) -> Result<String, JsError> {
        calls::export(&self.state.borrow(), id)
    }

    /// Keeps a network's run as it is, to be compared with others.
    pub fn keep(&self) -> Result<(), JsError> {
        self.state.borrow_mut().keep()?;
        self.changed();
        Ok(())
    }

    /// Gives the network one of the offered features more, or one less.
    #[wasm_bindgen(js_name = toggleFeature)]
    pub fn toggle_feature(&self, formula: &str) -> Result<(), JsError> {
        self.state.borrow_mut().toggle_feature(formula)?;
        self.changed();
        Ok(())
    }

    /// Goes to one of the kept runs, counted from 0.
    #[wasm_bindgen(js_name = openKept)]
    pub fn open_kept(&self, index: usize) -> Result<(), JsError> {
        self.state.borrow_mut().open_kept(index)?;
        self.changed();
        Ok(())
    }

    /// Goes to the kept run whose small picture is under a point, in CSS pixels.
    #[wasm_bindgen(js_name = pickKept)]
    pub fn pick_kept(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.state.borrow_mut().pick_kept((x, y))?;
        self.changed();
        Ok(())
    }

    /// Forgets one of the kept runs, counted from 0.
    #[wasm_bindgen(js_name = dropKept)]
    pub fn drop_kept(&self, index: usize) {
        self.state.borrow_mut().drop_kept(index);
        self.changed();
    }

    /// Takes back a change made during the run, counted from 0, and starts over.
    #[wasm_bindgen(js_name = removeEdit)]
    pub fn remove_edit(&self, index: usize) -> Result<(), JsError> {
        self.state.borrow_mut().remove_edit(index)?;
        self.changed();
        Ok(())
    }

    /// Gives a hidden layer, counted from 0, so many units, as they are typed. It begins anew,
    /// as with all changes of the layers.
    #[wasm_bindgen(js_name = setUnits)]
    pub fn set_units(&self, layer: usize, text: &str) -> Result<(), JsError> {
        self.edit_layers(Edit::Units(layer, text))
    }

    /// Gives a hidden layer so many units more, or fewer.
    #[wasm_bindgen(js_name = addUnits)]
    pub fn add_units(&self, layer: usize, by: i32) -> Result<(), JsError> {
        self.edit_layers(Edit::MoreUnits(layer, by))
    }

    /// Gives a hidden layer another activation.
    #[wasm_bindgen(js_name = setActivation)]
    pub fn set_activation(&self, layer: usize, id: &str) -> Result<(), JsError> {
        self.edit_layers(Edit::Activation(layer, id))
    }

    /// Adds a hidden layer like the last, or takes that one away.
    #[wasm_bindgen(js_name = addLayer)]
    pub fn add_layer(&self, more: bool) -> Result<(), JsError> {
        self.edit_layers(Edit::Layer(more))
    }

    /// What is under a point of a network's view, in CSS pixels, or where the keyboard begins
    /// to read it: `{title, rows, x, y, mark_x, mark_y, left, above, upright}`, rows of
    /// `{name, text, value}`; null if nothing is.
    pub fn probe(&self, view_id: &str, x: Option<f64>, y: Option<f64>) -> Result<JsValue, JsError> {
        calls::probe(&self.state.borrow(), view(view_id)?, x.zip(y))
    }

    /// Selects the weight under a point of the diagram, in CSS pixels.
    pub fn pick(&self, x: f64, y: f64) -> Result<(), JsError> {
        let picked = self.state.borrow().pick((x, y));
        picked.map_or(Ok(()), |weight| self.set("weight", &weight.to_string()))
    }

    /// Looks at the sample of the coming step under a point of the network's answers, in CSS
    /// pixels; once more, or where there is none, at all of them.
    #[wasm_bindgen(js_name = pickSample)]
    pub fn pick_sample(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.state.borrow_mut().pick_sample((x, y))?;
        self.changed();
        Ok(())
    }

    /// Begins to paint data by hand into the network's answers, or ends it.
    pub fn paint(&self, on: bool) {
        self.state.borrow_mut().set_painting(on);
        self.changed();
    }

    /// Takes a tool into the hand, by its name: a class, counted from 1, or `erase`.
    #[wasm_bindgen(js_name = paintWith)]
    pub fn paint_with(&self, tool: &str) {
        self.state.borrow_mut().paint_with(tool);
        self.changed();
    }

    /// Begins a stroke at a point of the picture, in CSS pixels.
    #[wasm_bindgen(js_name = beginStroke)]
    pub fn begin_stroke(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.stroked(|state| state.begin_stroke((x, y)))
    }

    /// Goes on with it.
    #[wasm_bindgen(js_name = strokeTo)]
    pub fn stroke_to(&self, x: f64, y: f64) -> Result<(), JsError> {
        self.stroked(|state| state.stroke_to((x, y)))
    }

    /// Ends it: what plays plays on.
    #[wasm_bindgen(js_name = endStroke)]
    pub fn end_stroke(&self) {
        self.state.borrow_mut().end_stroke();
        self.changed();
    }

    /// Moves the cross-hair by so many steps to the right, and up.
    #[wasm_bindgen(js_name = moveCross)]
    pub fn move_cross(&self, right: f64, up: f64) -> Result<(), JsError> {
        self.stroked(|state| {
            state.move_cross(right, up);
            Ok(())
        })
    }

    /// Paints at the cross-hair, as by a click.
    pub fn dab(&self) -> Result<(), JsError> {
        self.state.borrow_mut().dab()?;
        self.changed();
        Ok(())
    }

    /// Takes away the painted point that is nearest to the cross-hair.
    #[wasm_bindgen(js_name = eraseNearest)]
    pub fn erase_nearest(&self) -> Result<(), JsError> {
        self.state.borrow_mut().erase_nearest()?;
        self.changed();
        Ok(())
    }

    /// Takes away all that was painted, but for a point of each class.
    #[wasm_bindgen(js_name = clearPainted)]
    pub fn clear_painted(&self) -> Result<(), JsError> {
        self.state.borrow_mut().clear_painted()?;
        self.changed();
        Ok(())
    }

    /// Draws a curve instead of painting points, or the other way round.
    #[wasm_bindgen(js_name = paintOther)]
    pub fn paint_other(&self) -> Result<(), JsError> {
        self.state.borrow_mut().paint_other()?;
        self.changed();
        Ok(())
    }

    /// Selects the weight so many places on, round and round.
    #[wasm_bindgen(js_name = moveWeight)]
    pub fn move_weight(&self, places: i32) -> Result<(), JsError> {
        let next = {
            let state = self.state.borrow();
            let Some(run) = state.subject.run() else { return Ok(()) };
            let count = run.network().parameters() as i32;
            (state.show.weight as i32 + places).rem_euclid(count)
        };
        self.set("weight", &next.to_string())
    }

    /// Takes hold of what [`Figure::place_ball`] then moves: the ball, or the second point
    /// of a secant, whichever is nearer. Whether there is something to hold.
    pub fn grab(&self, view_id: &str, x: f64, y: f64) -> Result<bool, JsError> {
        Ok(self.state.borrow_mut().grab(view(view_id)?, (x, y)))
    }

    /// Lets go of it.
    #[wasm_bindgen(js_name = letGo)]
    pub fn let_go(&self) {
        self.state.borrow_mut().let_go();
        self.changed();
    }

    /// Puts a function's ball at a point of its curve or map, in CSS pixels, and
    /// begins there; the ball on a weight's curve sets the weight.
    #[wasm_bindgen(js_name = placeBall)]
    pub fn place_ball(&self, view_id: &str, x: f64, y: f64) -> Result<(), JsError> {
        let view = view(view_id)?;
        self.state.borrow_mut().place_ball(view, (x, y))?;
        self.changed();
        Ok(())
    }

    /// Shows less of a function around a point of a view, in CSS pixels, or more of it.
    pub fn zoom(&self, view_id: &str, x: f64, y: f64, closer: bool) -> Result<(), JsError> {
        let view = view(view_id)?;
        self.state.borrow_mut().zoom(view, (x, y), closer)?;
        self.changed();
        Ok(())
    }

    /// Moves a function's ball by so many round numbers, and begins there.
    #[wasm_bindgen(js_name = moveBall)]
    pub fn move_ball(&self, right: f64, up: f64) -> Result<(), JsError> {
        self.state.borrow_mut().move_ball([right, up])?;
        self.changed();
        Ok(())
    }

    /// What is wrong with a text as a function: `{message, from, to}`, a sentence and
    /// the characters it is about; null if nothing is.
    pub fn check(&self, text: &str) -> Result<JsValue, JsError> {
        calls::check(text)
    }

    /// The function and its derivatives written out.
    pub fn equations(&self) -> Result<JsValue, JsError> {
        to_js(&calls::equations(&self.state.borrow()))
    }

    /// The function and its derivatives written out, and how these come about.
    pub fn written(&self) -> Result<JsValue, JsError> {
        calls::written(&self.state.borrow())
    }

    /// Which minimum each start comes to, as far as that is known: `{columns, rows, done,
    /// ends, minima}`; null if it is not shown.
    pub fn basins(&self) -> Result<JsValue, JsError> {
        calls::basins(&self.state.borrow())
    }

    /// The plane that a network's map and surface show, its losses, and how far to trust
    /// it; null if there is no network.
    pub fn plane(&self) -> Result<JsValue, JsError> {
        calls::shown_plane(&self.state.borrow())
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

    /// Says what the reader's system prefers: `light` or `dark`.
    #[wasm_bindgen(js_name = setSystemTheme)]
    pub fn set_system_theme(&self, id: &str) {
        self.state.borrow_mut().system_theme = Theme::from_id(id).unwrap_or(&LIGHT);
        self.changed();
    }

    /// All that the page writes down: numbers, sentence, controls, address.
    pub fn state(&self) -> Result<JsValue, JsError> {
        calls::state(&self.state.borrow())
    }

    /// The snapshot: iteration, parameters, gradient, batch, losses.
    pub fn snapshot(&self) -> Result<JsValue, JsError> {
        calls::snapshot(&self.state.borrow())
    }

    /// What the microscope shows of the coming step: `{sample, values, deltas, cost, penalty,
    /// gradient, step, error, kinked}`, values and deltas a list for each layer; null if it
    /// is neither taken in parts nor looked at for one sample.
    pub fn microscope(&self) -> Result<JsValue, JsError> {
        calls::microscope(&self.state.borrow())
    }

    /// The experiment with the changes made so far, as plain data.
    pub fn experiment(&self) -> Result<JsValue, JsError> {
        to_js(self.state.borrow().subject.experiment())
    }

    /// The loss of the coming step's samples at these parameters.
    pub fn loss(&self, parameters: &[f64]) -> Result<f64, JsError> {
        calls::loss(&self.state.borrow(), parameters)
    }

    /// The loss that map and surface show at the ball.
    #[wasm_bindgen(js_name = lossAtBall)]
    pub fn loss_at_ball(&self) -> Option<f64> {
        self.state.borrow_mut().loss_at_ball()
    }

    /// How many milliseconds the last frame's step, curve, surface, boundary and drawing
    /// took; measured from the first call on.
    pub fn laps(&self) -> Vec<f64> {
        self.state.borrow_mut().laps().to_vec()
    }

    /// What is drawn of a view: `marks` of `{kind, sign, points, size, text}`,
    /// points in CSS pixels, `sign` the name of the colour; and its axes' `plot`,
    /// `{from, to, x, y}`, corners in CSS pixels and ranges of values.
    pub fn drawing(&self, view_id: &str) -> Result<JsValue, JsError> {
        calls::drawing(&self.state.borrow(), view(view_id)?)
    }
}

impl Figure {
    fn edit_layers(&self, edit: Edit) -> Result<(), JsError> {
        self.state.borrow_mut().edit_layers(edit)?;
        self.changed();
        Ok(())
    }

    fn changed(&self) {
        self.show(State::draw_change);
    }

    /// Has a change drawn, and told if `draw` says that it is shown.
    fn show(&self, draw: impl FnOnce(&mut State) -> bool) {
        let (shown, busy) = {
            let mut state = self.state.borrow_mut();
            (draw(&mut state), state.busy())
        };
        if busy {
            self.frames.request();
        }
        // What the coming frame shows, it tells.
        if shown {
            self.frames.tell();
        }
    }

    /// What a hand does that is still painting: the other pictures follow at its end.
    fn stroked(&self, change: impl FnOnce(&mut State) -> Result<(), Error>) -> Result<(), JsError> {
        let mut state = self.state.borrow_mut();
        change(&mut state)?;
        state.draw_views(|view| view == View::Boundary);
        drop(state);
        self.frames.tell();
        Ok(())
    }

    fn turned(&self, angles: Option<(f64, f64)>) {
        self.state.borrow_mut().turn(angles);
    }
}
