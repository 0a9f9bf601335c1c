//! The figure as the page's script sees it: a file for each group of its calls.

mod ask;
mod frames;
mod hand;
mod run;
mod set;

use crate::canvases::Canvases;
use crate::speech::Language;
use downhill_app::told::Telling;
use downhill_app::{Application, Redraw};
use downhill_core::Error;
use downhill_view::options::show::View;
use frames::{Frames, window};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// One figure: an application, its canvases, its frame loop.
#[wasm_bindgen]
pub struct Figure {
    shown: Rc<RefCell<Shown>>,
    frames: Rc<Frames>,
}

/// An application and the canvases that it is shown on.
struct Shown {
    app: Application,
    canvases: Canvases,
    /// The state as the page has been told.
    telling: Telling,
    /// The time that the last frame's drawing took, in milliseconds.
    drawing: f64,
}

impl Shown {
    /// Draws the views that are to be drawn. Returns whether there is something to tell.
    fn draw(&mut self, Redraw { views, tell }: Redraw) -> bool {
        self.canvases.draw(&mut self.app, &views);
        tell
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
    /// `?seed=2&batch_size=10`. Its frames are asked for by `request`, which hands them the
    /// frame's time and gives the id of the request, as `requestAnimationFrame` does. Its texts
    /// are those of a language.
    #[wasm_bindgen(constructor)]
    pub fn new(
        query: &str,
        #[wasm_bindgen(unchecked_param_type = "(frame: (time: number) => void) => number")] request: Function,
        language: &Language,
    ) -> Result<Figure, JsError> {
        let document =
            window()?.document().ok_or_else(|| JsError::new("Downhill needs a document."))?;
        let app = Application::new(query, language.words)?;
        let shown = Shown {
            app,
            canvases: Canvases::new(document),
            telling: Telling::default(),
            drawing: 0.0,
        };
        let shown = Rc::new(RefCell::new(shown));
        let frames = Frames::new(&shown, request);
        Ok(Figure { shown, frames })
    }

    /// Calls this after each change, also after each frame, with the groups of the state that
    /// have changed: all of them the first time.
    pub fn listen(
        &self,
        #[wasm_bindgen(unchecked_param_type = "(changes: Partial<State>) => void")]
        listener: Function,
    ) {
        self.shown.borrow_mut().telling = Telling::default();
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
        let Shown { app, canvases, .. } = &mut *self.shown.borrow_mut();
        app.place(view, canvases.place(view, canvas, (width, height), ratio, text));
        Ok(())
    }

    /// Draws a view once more, on another canvas: its width and height in CSS pixels, the device
    /// pixels a CSS pixel, and its text's size in CSS pixels. What is shown stays as it is.
    /// Throws for a view that is not shown, or without room.
    #[wasm_bindgen(js_name = drawOn)]
    pub fn draw_on(
        &self,
        view_id: &str,
        canvas: HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        text: f64,
    ) -> Result<(), JsError> {
        let view = view(view_id)?;
        let Shown { app, canvases, .. } = &*self.shown.borrow();
        let painted = canvases.draw_on(app, view, canvas, (width, height), ratio, text);
        painted.ok_or_else(|| {
            JsError::new(&format!("The view “{view_id}” is not shown, or has no room."))
        })
    }

    /// Draws all views anew.
    pub fn draw(&self) {
        self.show(Application::redraw);
    }

    /// Tells whether anybody sees the figure: out of sight it makes no step and draws nothing.
    #[wasm_bindgen(js_name = setVisible)]
    pub fn set_visible(&self, visible: bool) {
        self.frames.set_visible(visible);
    }

    /// Has the figure drawn for paper: in the light theme, whichever is chosen.
    #[wasm_bindgen(js_name = setPrinting)]
    pub fn set_printing(&self, printing: bool) {
        self.act(|app| app.set_printing(printing));
    }

    /// Presents the figure to a class, or no longer: larger, in a theme for the projector.
    #[wasm_bindgen(js_name = setPresenting)]
    pub fn set_presenting(&self, presenting: bool) {
        self.act(|app| app.set_presenting(presenting));
    }

    /// Says whether the reader's system prefers pictures that do not move. Until this is said,
    /// none moves.
    #[wasm_bindgen(js_name = setReducedMotion)]
    pub fn set_reduced_motion(&self, reduced: bool) {
        self.act(|app| app.set_reduced_motion(reduced));
    }

    /// Says whether the reader's system prefers more contrast: darker small texts and grids, thicker
    /// lines, before the colours of the page around it.
    #[wasm_bindgen(js_name = setMoreContrast)]
    pub fn set_more_contrast(&self, more: bool) {
        self.act(|app| app.set_more_contrast(more));
    }

    /// Takes colours of the page around it in the place of the theme's own: names, and as many
    /// colours such as `#ffffff`. Names are `paper`, `raised`, `ink`, `muted` and `grid`.
    #[wasm_bindgen(js_name = setColours)]
    pub fn set_colours(&self, names: Vec<String>, colours: Vec<String>) {
        let read = |text: String| {
            let rgb = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
            (text.len() == 7).then_some([(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8])
        };
        let pairs = names.into_iter().zip(colours);
        let colours: Vec<_> = pairs.filter_map(|(name, text)| Some((name, read(text)?))).collect();
        self.act(|app| app.set_colours(&colours));
    }

    /// Has everything said in another language; the run goes on as it is.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, language: &Language) {
        self.act(|app| app.set_words(language.words));
    }

    /// Says what the reader's system prefers: `light` or `dark`.
    #[wasm_bindgen(js_name = setSystemTheme)]
    pub fn set_system_theme(&self, id: &str) {
        self.act(|app| app.set_system_theme(id));
    }
}

impl Figure {
    /// Makes a change, and shows it; one that cannot be made throws.
    fn change(
        &self,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), JsError> {
        {
            let app = &mut self.shown.borrow_mut().app;
            change(app).map_err(|error| JsError::new(&app.explained(&error)))?;
        }
        self.show(Application::redraw_change);
        Ok(())
    }

    /// Makes a change that can always be made, and shows it.
    fn act(&self, change: impl FnOnce(&mut Application)) {
        change(&mut self.shown.borrow_mut().app);
        self.show(Application::redraw_change);
    }

    /// Draws what is to be drawn now, and tells the page if there is something to tell.
    fn show(&self, redraw: impl FnOnce(&mut Application) -> Redraw) {
        let (tell, busy) = {
            let mut shown = self.shown.borrow_mut();
            let redraw = redraw(&mut shown.app);
            (shown.draw(redraw), shown.app.busy())
        };
        if busy {
            self.frames.request();
        }
        // What the coming frame shows, it tells.
        if tell {
            self.frames.tell(&self.shown);
        }
    }
}
