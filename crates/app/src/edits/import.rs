//! Files of one's own: tables, weights, experiments.

use crate::application::Application;
use crate::defaults;
use crate::state::changes::Extent;
use crate::state::imported::Imported;
use crate::subject::run_of;
use downhill_core::data::csv::{Choice, Kind, Role, Sheet};
use downhill_core::data::custom::{Data, OwnData};
use downhill_core::data::table::{Table, Targets};
use downhill_core::network::parameters::{self, LayerParameters};
use downhill_core::{Error, Experiment};
use downhill_view::canvas::theme::LIGHT;
use std::rc::Rc;

/// An experiment's file, as `export.rs` of the core writes it.
pub struct File {
    /// The experiment of its query; none for a file without one.
    pub experiment: Option<Experiment>,
    /// Rows of one's own.
    pub data: Option<OwnData>,
    /// First weights, layer by layer.
    pub weights: Option<Vec<LayerParameters>>,
    /// The samples of each update.
    pub batches: Option<Vec<Vec<usize>>>,
}

/// The roles of a table's columns, by name.
pub const ROLES: [(&str, Role); 3] =
    [("input", Role::Input), ("target", Role::Target), ("unused", Role::Unused)];

/// Whether the pictures can show a table: classes over two inputs, or values over one.
fn shown(table: &Table) -> Result<(), Error> {
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
    /// Learns from a table (CSV) of one's own, given as text.
    pub fn open_table(&mut self, text: &str) -> Result<(), Error> {
        let sheet = Sheet::read(text)?;
        let choice = sheet.usual(None);
        self.learn_from(Rc::new(sheet), choice)
    }

    /// Opens a file of one's own: an experiment, data or first weights.
    pub fn open_file(&mut self, file: File) -> Result<(), Error> {
        if let File { experiment: None, data: None, weights: None, .. } = file {
            return Err(Error::Inconsistent(
                "This file has no query, no data and no weights: there is nothing to open.".into(),
            ));
        }
        let new_data = file.data.is_some() || file.experiment.is_some();
        let mut experiment = file.experiment.unwrap_or_else(|| self.settled());
        if let Some(data) = file.data {
            shown(&data.table()?)?;
            experiment.data = Data::Own(data);
        }
        if let Some(layers) = file.weights {
            experiment.function = None;
            // The shape comes with them; as a start they have room in an address.
            let hidden = &layers[..layers.len().saturating_sub(1)];
            experiment.layers = hidden.iter().map(|layer| layer.biases.len()).collect();
            parameters::from_layers(&layers, run_of(&experiment)?.network())?;
            experiment.start = parameters::flatten(&layers);
            experiment.weights = None;
        }
        experiment.batches = file.batches.or(experiment.batches);
        self.changing("data", Extent::Whole, |state| {
            state.start(experiment)?;
            if new_data {
                state.imported = None;
            }
            Ok(())
        })
    }

    /// Gives a column of the table another role: `input`, `target`, or none. There is one
    /// target at a time.
    pub fn choose_column(&mut self, column: usize, role: &str) -> Result<(), Error> {
        let Some(imported) = self.imported.clone() else { return Ok(()) };
        let Imported { sheet, choice, .. } = &*imported;
        let (mut choice, role) = (choice.clone(), ROLES.into_iter().find(|it| it.0 == role));
        if let (Some((_, role)), Some(_)) = (role, choice.roles.get(column)) {
            if role == Role::Target {
                for (role, kind) in choice.roles.iter_mut().zip(&sheet.kinds) {
                    if *role == Role::Target {
                        *role = if *kind == Kind::Numbers { Role::Input } else { Role::Unused };
                    }
                }
                choice.classes = sheet.could_be_classes(column);
            }
            choice.roles[column] = role;
        }
        self.learn_from(sheet.clone(), choice)
    }

    /// Says whether the table's target is classes, or values.
    pub fn choose_classes(&mut self, classes: bool) -> Result<(), Error> {
        let Some(imported) = self.imported.clone() else { return Ok(()) };
        self.learn_from(imported.sheet.clone(), Choice { classes, ..imported.choice.clone() })
    }

    fn learn_from(&mut self, sheet: Rc<Sheet>, choice: Choice) -> Result<(), Error> {
        let (table, missing) = sheet.table(&choice)?;
        shown(&table)?;
        let rows = table.rows.len();
        let mut experiment = self.settled();
        experiment.forget_weights();
        experiment.target = None;
        experiment.domain.clear();
        experiment.data = Data::Own(OwnData::from(table));
        defaults::suit_data(&mut experiment, self.subject.settings(), self.show.scene);
        self.changing("data", Extent::Whole, |state| {
            state.start(experiment)?;
            state.imported = Some(Rc::new(Imported { sheet, choice, rows, missing }));
            Ok(())
        })
    }
}
