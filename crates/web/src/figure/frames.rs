//! The frame loop.

use super::Shown;
use crate::calls::to_js;
use downhill_app::Clock;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Performance, Window, console};

/// Callback of an animation frame, with the frame's time in milliseconds.
type OnFrame = Closure<dyn FnMut(f64)>;

/// The loop holds what is shown weakly: a figure that is freed stops.
pub(super) struct Frames {
    callback: RefCell<Option<OnFrame>>,
    /// The page's function that asks the browser for a frame: it sees the faults of a frame.
    ask: Function,
    /// Whether nobody sees the figure: then no frame is asked for.
    asleep: Cell<bool>,
    /// The frame that is asked for and has not come.
    requested: RefCell<Option<i32>>,
    /// The page's function that is called with the groups of the state that have changed.
    listener: RefCell<Option<Function>>,
    performance: Option<Performance>,
}

pub(super) fn window() -> Result<Window, JsError> {
    web_sys::window().ok_or_else(|| JsError::new("Downhill needs a browser's window."))
}

impl Frames {
    /// The frames of a figure that shows this; none is asked for.
    pub fn new(shown: &Rc<RefCell<Shown>>, ask: Function) -> Rc<Frames> {
        let frames = Rc::new(Frames {
            callback: RefCell::new(None),
            ask,
            asleep: Cell::new(false),
            requested: RefCell::new(None),
            listener: RefCell::new(None),
            performance: window().ok().and_then(|window| window.performance()),
        });
        let weak: (Weak<Frames>, Weak<RefCell<Shown>>) =
            (Rc::downgrade(&frames), Rc::downgrade(shown));
        *frames.callback.borrow_mut() = Some(Closure::new(move |at: f64| {
            if let (Some(frames), Some(shown)) = (weak.0.upgrade(), weak.1.upgrade()) {
                frames.frame(&shown, at);
            }
        }));
        frames
    }

    /// Calls this after each change, with the groups of the state that have changed.
    pub fn listen(&self, listener: Function) {
        *self.listener.borrow_mut() = Some(listener);
    }

    /// Asks for the next frame, once.
    pub fn request(&self) {
        if self.asleep.get() || self.requested.borrow().is_some() {
            return;
        }
        if let Some(callback) = &*self.callback.borrow() {
            let request = self.ask.call1(&JsValue::NULL, callback.as_ref());
            *self.requested.borrow_mut() =
                request.ok().and_then(|id| id.as_f64()).map(|id| id as i32);
        }
    }

    /// Asks for no frame while the figure is out of sight.
    pub fn set_visible(&self, visible: bool) {
        let was_visible = !self.asleep.replace(!visible);
        match (was_visible, visible) {
            (true, false) => self.cancel(),
            (false, true) => self.request(),
            _ => {}
        }
    }

    fn cancel(&self) {
        if let (Some(request), Ok(window)) = (self.requested.take(), window()) {
            // Whoever cannot cancel a frame cannot ask for one either.
            let _ = window.cancel_animation_frame(request);
        }
    }

    /// Tells the page what has changed. Nothing is borrowed while it listens, so it may call
    /// back. An error of the listener's goes to the console.
    pub fn tell(&self, shown: &RefCell<Shown>) {
        let Some(listener) = self.listener.borrow().clone() else { return };
        let changes = {
            let Shown { app, telling, .. } = &mut *shown.borrow_mut();
            to_js(&telling.changes(app))
        };
        let heard =
            changes.map_err(JsValue::from).and_then(|it| listener.call1(&JsValue::NULL, &it));
        if let Err(error) = heard {
            console::error_1(&error);
        }
    }

    /// The page's clock in milliseconds; one that stands where there is none.
    fn clock(&self) -> impl Fn() -> f64 {
        || self.performance.as_ref().map_or(0.0, Performance::now)
    }

    /// A frame at the time that the browser gives it, in milliseconds.
    fn frame(&self, shown: &RefCell<Shown>, at: f64) {
        *self.requested.borrow_mut() = None;
        let hidden =
            window().ok().and_then(|window| window.document()).is_some_and(|it| it.hidden());
        if !hidden {
            let tell = shown.borrow_mut().frame(at, &self.clock());
            if tell {
                self.tell(shown);
            }
            shown.borrow_mut().app.end_frame(&self.clock());
        }
        if shown.borrow_mut().app.busy() {
            self.request();
        }
    }
}

impl Shown {
    /// Does one frame's work. Returns whether there is something to tell.
    fn frame(&mut self, at: f64, clock: Clock) -> bool {
        let redraw = self.app.frame(at, clock);
        let start = clock();
        let tell = self.draw(redraw);
        self.drawing = clock() - start;
        tell
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.cancel();
    }
}
