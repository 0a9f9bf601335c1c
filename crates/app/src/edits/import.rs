//! Files of one's own: tables, weights, experiments.

use crate::application::Application;
use crate::defaults;
use crate::state::changes::Extent;
use crate::state::imported::{Imported, Read, Table};
use crate::subject::run_of;
use crate::told::left_out;
use downhill_core::Error;
use downhill_core::data::csv::{self, Choice, Role, Sheet};
use downhill_core::data::custom::{Data, OwnData};
use downhill_core::data::table::{self, Targets};
use downhill_core::experiment::draft::Draft;
use downhill_core::network::parameters;
use downhill_view::canvas::theme::LIGHT;
use downhill_view::options::show::Show;
use std::rc::Rc;

/// The roles of a table's columns, by name.
pub const ROLES: [(&str, Role); 3] =
    [("input", Role::Input), ("target", Role::Target), ("unused", Role::Unused)];

/// Whether the pictures can show a table: classes over two inputs, or values over one.
fn shown(table: &table::Table) -> Result<(), Error> {
    let inputs = table.inputs.len();
    let (fits, read) = match &table.targets {
        Targets::Classes { names, .. } => (
            inputs >= 2 && (2..=LIGHT.classes.len()).contains(&names.len()),
            format!("{} classes", names.len()),
        ),
        Targets::Values { names, .. } => (inputs == 1 && names.len() == 1, "values".to_string()),
    };
    match fits {
        true => Ok(()),
        false => Err(Error::Inconsistent(format!(
            "This page shows two or three classes over at least two columns of numbers, or one \
             column of values over one other. Read were {inputs} column(s) of numbers as inputs \
             and, as the target, {read}. Choose other columns, or leave some unused."
        ))),
    }
}

impl Application {
    /// Opens a file of one's own, as [`Application::open_text`] does.
    pub fn open_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match csv::decode(bytes) {
            Ok(text) => self.open_text(&text),
            Err(error) => self.unreadable(error),
        }
    }

    /// Opens a text of one's own: a table (CSV), or an experiment, data or first weights (JSON).
    /// Parts of an experiment that cannot be read are left out, and are the error.
    pub fn open_text(&mut self, text: &str) -> Result<(), Error> {
        if text.trim_start().starts_with('{') {
            return self.open_json(text);
        }
        match Sheet::read(text) {
            Ok(sheet) => {
                let choice = sheet.usual(None);
                self.learn_from(Rc::new(sheet), choice, true)
            }
            Err(error) => self.unreadable(error),
        }
    }

    /// Keeps why a text is no table, to be said beside the place where tables are brought.
    fn unreadable(&mut self, error: Error) -> Result<(), Error> {
        self.imported = Some(Rc::new(Imported::Unreadable(error.clone())));
        Err(error)
    }

    fn open_json(&mut self, text: &str) -> Result<(), Error> {
        let read = |mut draft: Draft| {
            draft.json(text, &mut |key, _| match Show::KEYS.contains(&key) {
                // How it is shown is no part of a file.
                true => Ok(()),
                false => Err(Error::UnknownKey(key.to_string())),
            });
            draft
        };
        let draft = read(Draft::default());
        let given = draft.given().to_vec();
        let has = |key: &str| given.iter().any(|given| given == key);
        let (mut experiment, mut errors) = draft.finish();
        if given.iter().all(|key| key == "query" && !errors.is_empty()) {
            let nothing = "This file has nothing to open: no query, no data, no weights.";
            let first = errors.into_iter().next();
            return Err(first.unwrap_or_else(|| Error::Inconsistent(nothing.into())));
        }
        // Rows and weights alone are for the network that there is.
        let parts = given.iter().all(|key| match key.as_str() {
            "data" => experiment.data.is_own(),
            key => ["weights", "batches"].contains(&key),
        });
        if parts {
            (experiment, errors) = read(Draft::over(self.settled())).finish();
        }
        if parts && has("data") {
            experiment.target = None;
            experiment.domain.clear();
            if !has("weights") {
                experiment.forget_weights();
            }
            defaults::suit_data(&mut experiment, self.subject.settings(), self.show.scene);
        }
        if has("data") {
            shown(&experiment.table()?)?;
        }
        if let Some(layers) = experiment.weights.take() {
            experiment.function = None;
            // The shape comes with them; as a start they have room in an address.
            let hidden = &layers[..layers.len().saturating_sub(1)];
            experiment.layers = hidden.iter().map(|layer| layer.biases.len()).collect();
            experiment.start.clear();
            parameters::from_layers(&layers, run_of(&experiment)?.network())?;
            experiment.start = parameters::flatten(&layers);
        }
        defaults::complete(&mut experiment);
        self.changing("data", Extent::Whole, |state| {
            state.start(experiment)?;
            if !parts || has("data") {
                state.imported = None;
            }
            Ok(())
        })?;
        match errors.is_empty() {
            true => Ok(()),
            false => Err(Error::Inconsistent(left_out(&errors, self.words))),
        }
    }

    /// Gives a column of the table another role: `input`, `target`, or none. There is one
    /// target at a time.
    pub fn choose_column(&mut self, column: usize, role: &str) -> Result<(), Error> {
        let Some(Table { sheet, mut choice, read }) = self.table() else { return Ok(()) };
        let role = ROLES.into_iter().find(|it| it.0 == role);
        if let (Some((_, role)), Some(_)) = (role, choice.roles.get(column)) {
            if role == Role::Target {
                for (other, role) in choice.roles.iter_mut().enumerate() {
                    if *role == Role::Target {
                        let input = sheet.can_be_input(other);
                        *role = if input { Role::Input } else { Role::Unused };
                    }
                }
                choice.classes = sheet.could_be_classes(column);
            }
            choice.roles[column] = role;
        }
        self.learn_from(sheet, choice, read.is_err())
    }

    /// Says whether the table's target is classes, or values.
    pub fn choose_classes(&mut self, classes: bool) -> Result<(), Error> {
        let Some(Table { sheet, choice, read }) = self.table() else { return Ok(()) };
        self.learn_from(sheet, Choice { classes, ..choice }, read.is_err())
    }

    fn table(&self) -> Option<Table> {
        match self.imported.as_deref()? {
            Imported::Table(table) => Some(table.clone()),
            Imported::Unreadable(_) => None,
        }
    }

    /// Learns from these columns. With columns that do not fit, nothing changes; but where none
    /// did before, they are kept, so that one can go on choosing.
    fn learn_from(&mut self, sheet: Rc<Sheet>, choice: Choice, keep: bool) -> Result<(), Error> {
        let read = sheet.table(&choice).and_then(|read| shown(&read.0).map(|()| read));
        let learned = read.and_then(|(table, missing)| {
            let rows = table.rows.len();
            let mut experiment = self.settled();
            experiment.forget_weights();
            experiment.target = None;
            experiment.domain.clear();
            experiment.data = Data::Own(OwnData::from(table));
            defaults::suit_data(&mut experiment, self.subject.settings(), self.show.scene);
            let (sheet, choice, read) = (sheet.clone(), choice.clone(), Ok(Read { rows, missing }));
            self.changing("data", Extent::Whole, |state| {
                state.start(experiment)?;
                state.imported = Some(Rc::new(Imported::Table(Table { sheet, choice, read })));
                Ok(())
            })
        });
        if let (Err(error), true) = (&learned, keep) {
            let read = Err(error.clone());
            self.imported = Some(Rc::new(Imported::Table(Table { sheet, choice, read })));
        }
        learned
    }
}
