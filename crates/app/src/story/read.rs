//! A story read from its text.

use super::{Beat, Call, Change, Place, Story};
use downhill_core::Error;
use downhill_view::canvas::theme::LIGHT;
use downhill_view::options::show::View;
use downhill_view::text::messages::{self, Piece};

/// The longest text, in bytes.
const LONGEST: usize = 200_000;

/// The most beats.
const MOST_BEATS: usize = 300;

/// The most changes of a beat.
const MOST_CHANGES: usize = 20;

/// The settings of a beat.
const SETTINGS: [&str; 6] = ["show", "do", "light", "pictures", "headline", "ask"];

/// Signs that can be lit.
const SIGNS: [&str; 6] = ["ball", "slope", "step", "ghost", "positive", "negative"];

/// An error in a line.
pub(crate) fn at_line(line: usize, what: &str) -> Error {
    Error::Inconsistent(format!("Story, line {line}: {what}"))
}

impl Story {
    /// Parses a story. An error names the line, and what to write instead.
    pub fn read(text: &str) -> Result<Story, Error> {
        if text.len() > LONGEST {
            return Err(Error::Inconsistent(format!(
                "This story is too long: up to {} kB can be told. Cut it into several files.",
                LONGEST / 1000
            )));
        }
        let mut story = Story { title: String::new(), beats: Vec::new() };
        let mut in_head = false;
        // Whether the coming line goes on with the last paragraph.
        let mut goes_on = false;
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let (number, line) = (index + 1, line.trim());
            if let Some(heading) = line.strip_prefix("## ").or((line == "##").then_some("")) {
                story.begin(number, heading.trim())?;
                (in_head, goes_on) = (true, false);
                continue;
            }
            let Some(beat) = story.beats.last_mut() else {
                // Above the first beat there is the title, and what the teacher notes.
                if let (Some(title), true) = (line.strip_prefix("# "), story.title.is_empty()) {
                    story.title = title.trim().to_string();
                }
                continue;
            };
            if line.is_empty() {
                (in_head, goes_on) = (false, false);
            } else if in_head {
                beat.setting(number, line)?;
            } else {
                let item = line.starts_with("- ") || line.starts_with("* ");
                match beat.say.last_mut().filter(|_| goes_on && !item) {
                    Some(paragraph) => *paragraph = [paragraph, " ", line].concat(),
                    None => beat.say.push(line.to_string()),
                }
                goes_on = true;
            }
        }
        if story.beats.is_empty() {
            return Err(Error::Inconsistent(
                "This story has no beats. Each begins with a line such as “## The slope”.".into(),
            ));
        }
        Ok(story)
    }

    fn begin(&mut self, line: usize, heading: &str) -> Result<(), Error> {
        if heading.is_empty() {
            return Err(at_line(line, "a beat has a heading, as in “## The slope”."));
        }
        if self.beats.len() == MOST_BEATS {
            return Err(at_line(line, &format!("a story has up to {MOST_BEATS} beats.")));
        }
        self.beats.push(Beat { line, heading: heading.to_string(), ..Beat::default() });
        Ok(())
    }
}

impl Beat {
    /// Takes in a line below the heading.
    fn setting(&mut self, line: usize, text: &str) -> Result<(), Error> {
        let wrong = |what: String| at_line(line, &what);
        let pair = text.split_once(':').map(|(name, value)| (name.trim(), value.trim()));
        let Some((name, value)) = pair.filter(|(name, _)| SETTINGS.contains(name)) else {
            return Err(wrong(format!(
                "“{}” is no setting of a beat. Leave an empty line before what is to be said, or \
                 write one of {}:",
                cut(text),
                SETTINGS.join(":, ")
            )));
        };
        let twice = match name {
            "show" => self.show.is_some(),
            "light" => !self.light.is_empty(),
            "pictures" => !self.pictures.is_empty(),
            "headline" => !self.headline.is_empty(),
            "ask" => !self.ask.is_empty(),
            _ => false,
        };
        if twice {
            return Err(wrong(format!("“{name}:” stands twice in this beat. Keep one of them.")));
        }
        if value.is_empty() {
            return Err(wrong(format!(
                "“{name}:” has nothing after it. Fill it in, or leave it out."
            )));
        }
        match name {
            "show" => self.show = Some(Place { line, query: query_of(value) }),
            "do" if self.changes.len() == MOST_CHANGES => {
                return Err(wrong(format!("a beat does up to {MOST_CHANGES} things.")));
            }
            "do" => self.changes.push(Change { line, call: Call::read(value).map_err(wrong)? }),
            "light" if SIGNS.contains(&value) => self.light = value.to_string(),
            "light" => {
                return Err(wrong(format!(
                    "“{}” cannot be lit. Write one of: {}.",
                    cut(value),
                    SIGNS.join(", ")
                )));
            }
            "pictures" => self.pictures = pictures(value).map_err(wrong)?,
            "headline" => self.headline = signed(value).map_err(wrong)?,
            _ => self.ask = signed(value).map_err(wrong)?,
        }
        Ok(())
    }
}

/// The query of an address, which may be copied whole.
fn query_of(address: &str) -> String {
    let query = address.split_once('?').map_or(address, |(_, query)| query);
    query.split_once('#').map_or(query, |(query, _)| query).to_string()
}

/// One picture or two, by their names.
fn pictures(text: &str) -> Result<Vec<View>, String> {
    let names: Vec<&str> = text.split(',').map(str::trim).collect();
    let views: Vec<View> = names.iter().filter_map(|name| View::from_id(name)).collect();
    if views.len() == names.len() && views.len() <= 2 {
        return Ok(views);
    }
    let all = View::ALL.map(|(id, _)| id).join(", ");
    Err(format!(
        "“{}” are no pictures. Write one or two of: {all}; as in “pictures: curve”.",
        cut(text)
    ))
}

/// A sentence with signs, as in `[slope:the slope]`.
fn signed(text: &str) -> Result<Vec<Piece>, String> {
    let pieces = messages::cut(text);
    let colours = LIGHT.colours();
    match pieces
        .iter()
        .find(|it| !it.sign.is_empty() && !colours.iter().any(|(name, _)| *name == it.sign))
    {
        Some(unknown) => Err(format!(
            "no mark is called “{}”. Write [slope:the slope], with one of: {}.",
            cut(&unknown.sign),
            SIGNS.join(", ")
        )),
        None => Ok(pieces),
    }
}

/// The beginning of a text that may be long.
fn cut(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
