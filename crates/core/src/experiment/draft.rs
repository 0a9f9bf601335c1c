//! Drafts: experiments while they are read, from queries and from JSON.

use super::Experiment;
use super::edit::Edit;
use super::json::Json;
use super::query::pairs;
use super::value::Value;
use crate::Error;
use crate::data::custom::{Data, OwnData, OwnTargets};
use crate::network::parameters::LayerParameters;

/// Reader of keys that are not an experiment's, such as those of what is shown. Fails with
/// [`Error::UnknownKey`] if it does not know one.
pub type Other<'a> = &'a mut dyn FnMut(&str, &str) -> Result<(), Error>;

/// An experiment while it is read: what was given so far, and what of it is wrong and was left
/// out.
#[derive(Debug, Default)]
pub struct Draft {
    experiment: Experiment,
    /// Keys that were given a value.
    given: Vec<String>,
    errors: Vec<Error>,
}

impl Draft {
    /// A draft that changes this experiment.
    pub fn over(experiment: Experiment) -> Draft {
        Draft { experiment, ..Draft::default() }
    }

    /// Keys that were given a value, `query` of JSON among them.
    pub fn given(&self) -> &[String] {
        &self.given
    }

    /// Whether it is a function's, not a network's.
    pub fn has_function(&self) -> bool {
        self.experiment.function.is_some()
    }

    fn has(&self, key: &str) -> bool {
        self.given.iter().any(|given| given == key)
    }

    /// Reads a query; keys that are not an experiment's are passed to `other`.
    pub fn query(&mut self, query: &str, other: Other) {
        let mut here: Vec<String> = Vec::new();
        for (key, value) in pairs(query.trim_start_matches('?')) {
            match self.experiment.set(&key, &value) {
                Err(Error::UnknownKey(_)) => self.errors.extend(other(&key, &value).err()),
                Err(error) => self.errors.push(error),
                Ok(()) => self.give(&key, &mut here),
            }
        }
    }

    /// Reads a text of JSON, in which every key may have the text that it has in a query; the
    /// fields `data`, `weights` and `batches` are what a query has no room for, and `query` is a
    /// whole one, read first.
    pub fn json(&mut self, text: &str, other: Other) {
        let fields = match Json::parse(text) {
            Ok(Json::Object(fields)) => fields,
            Ok(json) => {
                return self.errors.push(unreadable("The experiment", &json, EXPERIMENT));
            }
            Err(error) => return self.errors.push(error),
        };
        for (_, query) in fields.iter().filter(|(key, _)| key == "query") {
            match query {
                Json::Text(query) => self.query(query, &mut *other),
                _ => self.errors.push(unreadable("query", query, "a text, such as \"seed=2\"")),
            }
        }
        let mut here: Vec<String> = Vec::new();
        for (key, value) in &fields {
            match self.field(key, value) {
                Err(Error::UnknownKey(key)) => {
                    let read = match value.joined(",") {
                        Some(text) => other(&key, &text),
                        // Of what no text has, only a key that is none says more.
                        None => other(&key, "")
                            .err()
                            .filter(|error| matches!(error, Error::UnknownKey(_)))
                            .map_or(Err(unreadable(&key, value, "a single value")), Err),
                    };
                    self.errors.extend(read.err());
                }
                Err(error) => self.errors.push(error),
                Ok(()) => self.give(key, &mut here),
            }
        }
    }

    /// Takes these rows in place of the data.
    pub fn data(&mut self, own: OwnData) {
        self.experiment.data = Data::Own(own);
        self.experiment.target = None;
    }

    /// The experiment, and the errors of what was left out. Where the cost was left open, it suits
    /// the data.
    pub fn finish(mut self) -> (Experiment, Vec<Error>) {
        self.errors.extend(self.experiment.mend());
        let (cost, scale) = (self.has("cost"), self.has("standardize_targets"));
        if let Err(error) = self.experiment.suit_cost(scale)
            && cost
        {
            self.errors.push(error);
        }
        (self.experiment, self.errors)
    }

    /// Notes that a key was given; one that stands twice is an error, though its last value holds.
    fn give(&mut self, key: &str, here: &mut Vec<String>) {
        match here.iter().any(|given| given == key) {
            true => self.errors.push(Error::Inconsistent(format!(
                "“{key}” stands twice: its last value holds. Leave one of them out."
            ))),
            false => here.push(key.to_string()),
        }
        if !self.has(key) {
            self.given.push(key.to_string());
        }
    }

    /// Reads one field of JSON.
    fn field(&mut self, key: &str, value: &Json) -> Result<(), Error> {
        let experiment = &mut self.experiment;
        match (key, value) {
            ("query", _) => {}
            ("data", Json::Object(fields)) => experiment.data = Data::Own(own_data(fields)?),
            ("data", Json::List(_) | Json::Null) => return Err(unreadable(key, value, DATA)),
            ("weights" | "batches", Json::Null) => {}
            ("weights", _) => experiment.weights = Some(weights(value)?),
            ("batches", _) => experiment.batches = Some(batches(value)?),
            ("edits", Json::List(edits)) => {
                let each = edits.iter().enumerate();
                let read = each.map(|(index, value)| edit(&format!("edits[{index}]"), value));
                experiment.edits = read.collect::<Result<_, _>>()?;
            }
            // As serde writes what was left open.
            ("function" | "search" | "target" | "samples" | "noise", Json::Null) => {
                experiment.set(key, "")?;
            }
            ("batch_size", Json::Null) => experiment.set(key, "full")?,
            _ => {
                let between = match key {
                    "layers" | "activation" | "frozen" => "-",
                    "features" => ";",
                    _ => ",",
                };
                match value.joined(between) {
                    Some(text) => experiment.set(key, &text)?,
                    // It fits no key: what does is in the error.
                    None => match experiment.clone().set(key, &value.to_string()) {
                        Err(error) => return Err(error),
                        Ok(()) => return Err(unreadable(key, value, "a single value")),
                    },
                }
            }
        }
        Ok(())
    }
}

const EXPERIMENT: &str = "a JSON object of keys and values, such as {\"seed\": 2}";
const DATA: &str = "the name of a data set, or inputs [row][input] and targets, one for each row";
const WEIGHTS: &str = "a list of layers, each with W [out][in] and b [out], all of them numbers";
const BATCHES: &str = "lists of samples, such as [[0, 1], [2, 2]]";
const TARGETS: &str = "a class (0, 1, … or a word) for each row, or values as in [[1.5], [2.5]]";
const EDIT: &str = "{\"iteration\": 120, \"key\": \"learning_rate\", \"value\": 0.05}";

/// The error of a field of JSON that is not what it takes.
fn unreadable(place: &str, found: &Json, takes: &str) -> Error {
    let found: String = found.to_string().chars().take(40).collect();
    Error::Inconsistent(format!("{place} cannot be read: it takes {takes}, and has “{found}”."))
}

/// The only fields of these names, in their order; none for one that is absent. Fails at a field
/// of another name, and at one that stands twice.
fn only<'a, const N: usize>(
    place: &str,
    fields: &'a [(String, Json)],
    names: [&str; N],
) -> Result<[Option<&'a Json>; N], Error> {
    let mut found = [None; N];
    for (key, value) in fields {
        let Some(index) = names.iter().position(|name| name == key) else {
            return Err(Error::bad_value(place, key, format!("only {}", names.join(", "))));
        };
        if found[index].replace(value).is_some() {
            return Err(Error::Inconsistent(format!("{place}: “{key}” stands twice.")));
        }
    }
    Ok(found)
}

fn absent(place: &str) -> Error {
    Error::Inconsistent(format!("{place} is missing."))
}

/// The items of a list, each with its place.
fn items<'a>(
    place: &str,
    value: &'a Json,
    takes: &str,
) -> Result<impl Iterator<Item = (String, &'a Json)>, Error> {
    let Json::List(items) = value else { return Err(unreadable(place, value, takes)) };
    let place = place.to_string();
    Ok(items.iter().enumerate().map(move |(index, item)| (format!("{place}[{index}]"), item)))
}

/// A list of what `read` makes of each item; where it makes nothing of one, the error names the
/// place.
fn list<T>(
    place: &str,
    value: &Json,
    takes: &str,
    read: fn(&Json) -> Option<T>,
) -> Result<Vec<T>, Error> {
    let Json::List(items) = value else { return Err(unreadable(place, value, takes)) };
    let item = |(index, item): (usize, &Json)| {
        read(item).ok_or_else(|| unreadable(&format!("{place}[{index}]"), item, takes))
    };
    items.iter().enumerate().map(item).collect()
}

/// A list of lists of numbers.
fn rows(place: &str, value: &Json, takes: &str) -> Result<Vec<Vec<f64>>, Error> {
    items(place, value, takes)?.map(|(at, row)| list(&at, row, takes, Json::number)).collect()
}

fn own_data(fields: &[(String, Json)]) -> Result<OwnData, Error> {
    let [inputs, targets, names] = only("data", fields, ["inputs", "targets", "names"])?;
    let inputs = inputs.ok_or_else(|| absent("data.inputs"))?;
    let targets = targets.ok_or_else(|| absent("data.targets"))?;
    let name = |names| list("data.names", names, "names of the inputs", word);
    let own = OwnData {
        inputs: rows("data.inputs", inputs, "a row of numbers for each sample, as in [[1], [2]]")?,
        targets: own_targets(targets)?,
        names: names.map(name).transpose()?.unwrap_or_default(),
    };
    own.table().map(|_| own)
}

fn word(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Targets by the first of them: words and whole numbers are classes, rows are values, and numbers
/// of which one has a point are values of one output.
fn own_targets(value: &Json) -> Result<OwnTargets, Error> {
    let place = "data.targets";
    let Json::List(items) = value else { return Err(unreadable(place, value, TARGETS)) };
    Ok(match items.first() {
        Some(Json::Text(_)) => OwnTargets::Names(list(place, value, TARGETS, word)?),
        Some(Json::List(_)) => OwnTargets::Values(rows(place, value, TARGETS)?),
        _ if items.iter().all(|item| item.count().is_some()) => {
            OwnTargets::Classes(list(place, value, TARGETS, Json::count)?)
        }
        _ => {
            let numbers = list(place, value, TARGETS, Json::number)?;
            OwnTargets::Values(numbers.into_iter().map(|number| vec![number]).collect())
        }
    })
}

fn weights(value: &Json) -> Result<Vec<LayerParameters>, Error> {
    let layer = |(place, layer): (String, &Json)| {
        let Json::Object(fields) = layer else { return Err(unreadable("weights", layer, WEIGHTS)) };
        let [matrix, biases] = only(&place, fields, ["W", "b"])?;
        let (w, b) = (format!("{place}.W"), format!("{place}.b"));
        Ok(LayerParameters {
            weights: rows(&w, matrix.ok_or_else(|| absent(&w))?, WEIGHTS)?,
            biases: list(&b, biases.ok_or_else(|| absent(&b))?, WEIGHTS, Json::number)?,
        })
    };
    items("weights", value, WEIGHTS)?.map(layer).collect()
}

fn batches(value: &Json) -> Result<Vec<Vec<usize>>, Error> {
    let batch = |(place, batch): (String, &Json)| list(&place, batch, BATCHES, Json::count);
    items("batches", value, BATCHES)?.map(batch).collect()
}

fn edit(place: &str, value: &Json) -> Result<Edit, Error> {
    let wrong = || unreadable(place, value, EDIT);
    if let Json::Text(text) = value {
        return Edit::from_text(text).ok_or_else(wrong);
    }
    let Json::Object(fields) = value else { return Err(wrong()) };
    let [Some(iteration), Some(key), Some(value)] =
        only(place, fields, ["iteration", "key", "value"])?
    else {
        return Err(wrong());
    };
    let iteration = iteration.count().and_then(|count| u32::try_from(count).ok());
    Ok(Edit {
        iteration: iteration.ok_or_else(wrong)?,
        key: word(key).ok_or_else(wrong)?,
        value: value.text().map(|text| Value::from(text.as_str())).ok_or_else(wrong)?,
    })
}

impl Experiment {
    /// Parses a text of JSON over the defaults, as [`Draft::json`] does; returns the errors of
    /// what was left out beside the experiment.
    pub fn from_json(text: &str) -> (Experiment, Vec<Error>) {
        let mut draft = Draft::default();
        draft.json(text, &mut |key, _| Err(Error::UnknownKey(key.to_string())));
        draft.finish()
    }
}
