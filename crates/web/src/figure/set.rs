//! Calls that change what is asked: keys, layers, features, data.

use super::Figure;
use downhill_app::Application;
use downhill_core::Error;
use downhill_view::editing::layer_editor::Edit;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Figure {
    /// Sets a key, such as `learning_rate` or `weight`, from text.
    pub fn set(&self, key: &str, value: &str) -> Result<(), JsError> {
        self.change(|app| app.set(key, value))
    }

    /// Sets a key by its slider's place.
    #[wasm_bindgen(js_name = setPlace)]
    pub fn set_place(&self, key: &str, place: usize) -> Result<(), JsError> {
        self.change(|app| app.set_place(key, place))
    }

    /// Moves a key's slider by so many places, as far as it goes.
    #[wasm_bindgen(js_name = moveSlider)]
    pub fn move_slider(&self, key: &str, by: i32) -> Result<(), JsError> {
        self.change(|app| app.move_slider(key, by))
    }

    /// Gives the network one of the offered features more, or one less.
    #[wasm_bindgen(js_name = toggleFeature)]
    pub fn toggle_feature(&self, formula: &str) -> Result<(), JsError> {
        self.change(|app| app.toggle_feature(formula))
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

    /// Learns from the rows of a table (CSV), or opens an experiment or weights (JSON),
    /// given as text.
    #[wasm_bindgen(js_name = setCsv)]
    pub fn set_csv(&self, text: &str) -> Result<(), JsError> {
        self.bring(|app| app.open_text(text))
    }

    /// The same, given as a file's bytes.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&self, bytes: &[u8]) -> Result<(), JsError> {
        self.bring(|app| app.open_bytes(bytes))
    }

    /// Says what a column of the table is, counted from 0: `input`, `target` or `unused`.
    #[wasm_bindgen(js_name = chooseColumn)]
    pub fn choose_column(&self, column: usize, role: &str) -> Result<(), JsError> {
        self.bring(|app| app.choose_column(column, role))
    }

    /// Says whether the table's target is classes, or values.
    #[wasm_bindgen(js_name = chooseClasses)]
    pub fn choose_classes(&self, classes: bool) -> Result<(), JsError> {
        self.bring(|app| app.choose_classes(classes))
    }
}

impl Figure {
    /// Brings something of one's own. What was read of it is shown even if it cannot be learned
    /// from, which throws.
    fn bring(
        &self,
        change: impl FnOnce(&mut Application) -> Result<(), Error>,
    ) -> Result<(), JsError> {
        let brought = change(&mut self.shown.borrow_mut().app);
        self.show(Application::redraw_change);
        Ok(brought?)
    }

    fn edit_layers(&self, edit: Edit) -> Result<(), JsError> {
        self.change(|app| app.edit_layers(edit))
    }
}
