//! The calls that a beat may make.

/// The most steps of one call.
const MOST: u32 = 10_000;

/// Change that a beat makes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Call {
    /// Sets a key, as its control does.
    Set(String, String),
    /// Makes so many steps.
    Step(u32),
    /// Makes so many steps as an animation.
    Play(u32),
    /// Carries out so many of a step's parts.
    Part(u32),
    /// Goes to the state after so many steps.
    Seek(u32),
    /// Goes back to the start.
    Reset,
}

/// The calls as a teacher writes them, for errors.
const WRITTEN: &str = "set learning_rate 0.3, step, step 5, play 30, drop 30, part, seek 20, reset";

impl Call {
    /// Parses a call such as `step 3`. An error says what to write instead.
    pub fn read(text: &str) -> Result<Call, String> {
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        let count = |least: u32, usual: Option<u32>| {
            let given = if rest.is_empty() { usual } else { rest.parse().ok() };
            given.filter(|count| (least..=MOST).contains(count)).ok_or_else(|| {
                format!(
                    "“{name}” takes a number of steps from {least} to {MOST}, as in “do: {name} 20”."
                )
            })
        };
        match name {
            "set" => match rest.split_once(char::is_whitespace) {
                Some((key, value)) => Ok(Call::Set(key.to_string(), value.trim().to_string())),
                None => Err("“set” takes the name of a setting and its value, as in “do: set \
                             learning_rate 0.3”."
                    .to_string()),
            },
            "step" => Ok(Call::Step(count(1, Some(1))?)),
            "play" | "drop" => Ok(Call::Play(count(1, None)?)),
            "part" => Ok(Call::Part(count(1, Some(1))?)),
            "seek" => Ok(Call::Seek(count(0, None)?)),
            "reset" if rest.is_empty() => Ok(Call::Reset),
            "reset" => Err("“reset” stands alone: “do: reset”.".to_string()),
            _ => Err(format!(
                "There is no “{}” to do. Write one of: {WRITTEN}.",
                name.chars().take(40).collect::<String>()
            )),
        }
    }

    /// The steps that it makes, counted from a state after so many.
    pub fn steps(&self, at: u32) -> u32 {
        match self {
            // At most every part moves the ball.
            Call::Step(count) | Call::Play(count) | Call::Part(count) => *count,
            Call::Seek(to) => to.saturating_sub(at),
            Call::Set(..) | Call::Reset => 0,
        }
    }
}
