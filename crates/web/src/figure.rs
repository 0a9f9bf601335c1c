//! The figure as the page's script sees it: a file for each group of its calls.

mod ask;
mod frames;
mod hand;
mod run;
mod set;

use crate::state::State;
use downhill_core::Error;
use downhill_view::canvas::theme::{LIGHT, Theme};
use downhill_view::options::show::View;
use frames::{Frames, window};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One figure: a run or a ball, its pictures, its frame loop.
#[wasm_bindgen]
pub struct Figure {
    state: Rc<RefCell<State>>,
    frames: Rc<Frames>,
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
        let frames = Frames::new(&state);
        Ok(Figure { state, frames })
    }

    /// Calls this after each change, also after each frame.
    pub fn listen(&self, listener: Function) {
        self.frames.listen(listener);
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

    /// Says what the reader's system prefers: `light` or `dark`.
    #[wasm_bindgen(js_name = setSystemTheme)]
    pub fn set_system_theme(&self, id: &str) {
        self.state.borrow_mut().system_theme = Theme::from_id(id).unwrap_or(&LIGHT);
        self.changed();
    }
}

impl Figure {
    /// Makes a change, and shows it; one that cannot be made throws.
    fn change(&self, change: impl FnOnce(&mut State) -> Result<(), Error>) -> Result<(), JsError> {
        change(&mut self.state.borrow_mut())?;
        self.changed();
        Ok(())
    }

    /// Shows what a call has changed.
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
}
