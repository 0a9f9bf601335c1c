//! Dates in the cells of a table, as numbers of years.

/// Order of day and month where slashes stand between numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As in 12/31/2024.
    MonthFirst,
    /// As in 31/12/2024.
    DayFirst,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Order in which all cells are dates; `None` if one of them is none. Where both orders fit, it is
/// the one with the month first.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a String> + Clone) -> Option<Order> {
    [Order::MonthFirst, Order::DayFirst].into_iter().find(|order| fits(cells.clone(), *order))
}

/// Whether all cells are dates in both orders, and not the same ones.
pub(super) fn is_ambiguous<'a>(mut cells: impl Iterator<Item = &'a String> + Clone) -> bool {
    let in_both = [Order::MonthFirst, Order::DayFirst].map(|order| fits(cells.clone(), order));
    in_both == [true; 2]
        && cells.any(|cell| years(cell, Order::MonthFirst) != years(cell, Order::DayFirst))
}

fn fits<'a>(mut cells: impl Iterator<Item = &'a String>, order: Order) -> bool {
    cells.all(|cell| years(cell, order).is_some())
}

/// A date as a number of years: the year, and the share of it that has gone by. Written as
/// 2024-12-31, 2024-12, 31.12.2024, 12/31/2024, 31 Dec 2024 or December 31, 2024, and with a time
/// of day after it, which counts, too. The last of three parts may be a year of two digits.
pub(super) fn years(cell: &str, order: Order) -> Option<f64> {
    let (day, time) = match cell.find(['T', ' ']).map(|at| cell.split_at(at)) {
        Some((day, time)) if time.contains(':') && day.contains(is_between) => (day, &time[1..]),
        _ => match cell.rfind(' ').map(|at| cell.split_at(at)) {
            Some((day, time)) if time.contains(':') => (day, &time[1..]),
            _ => (cell, ""),
        },
    };
    let between = day.chars().find(|char| is_between(*char))?;
    let parts: Vec<&str> = day.split([between, ' ', ',']).filter(|part| !part.is_empty()).collect();
    let (year, month, date) = match (parts.as_slice(), between) {
        ([year, month], '-' | '/' | '.') if year.len() == 4 => (*year, *month, "1"),
        ([month, year], _) if named(month).is_some() => (*year, *month, "1"),
        ([year, month, date], '-' | '/' | '.') if year.len() == 4 => (*year, *month, *date),
        ([month, date, year], _) if named(month).is_some() => (*year, *month, *date),
        ([date, month, year], _) if named(month).is_some() => (*year, *month, *date),
        ([date, month, year], '.' | '-') => (*year, *month, *date),
        ([month, date, year], '/') if order == Order::MonthFirst => (*year, *month, *date),
        ([date, month, year], '/') => (*year, *month, *date),
        _ => return None,
    };
    let year = match (whole(year)?, year.len(), parts.len()) {
        (year, 4, _) => year,
        // As POSIX reads them: from 1969 on.
        (year, 2, 3) if between != '-' || named(parts[1]).is_some() => {
            year + if year < 69 { 2000 } else { 1900 }
        }
        _ => return None,
    };
    let month = named(month).or_else(|| whole(month).filter(|_| month.len() <= 2))?;
    let date_number = whole(date).filter(|_| date.len() <= 2)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, 28 + u32::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month = usize::try_from(month.checked_sub(1)?).ok()?;
    if !(1..=*lengths.get(month)?).contains(&date_number) {
        return None;
    }
    let before: u32 = lengths[..month].iter().sum::<u32>() + date_number - 1;
    let gone = f64::from(before) + share_of_day(time)?;
    Some(f64::from(year) + gone / f64::from(lengths.iter().sum::<u32>()))
}

fn is_between(char: char) -> bool {
    matches!(char, '-' | '/' | '.' | ' ')
}

fn whole(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Number of a month from its name or the first three letters of it.
fn named(text: &str) -> Option<u32> {
    let text = text.trim_end_matches('.').to_lowercase();
    let known = |month: &str| text.starts_with(month) && text.len() <= 9;
    let letters = text.chars().all(char::is_alphabetic);
    let index = MONTHS.iter().position(|month| known(month)).filter(|_| letters)?;
    u32::try_from(index + 1).ok()
}

/// Share of the day at a time such as 18:30, 18:30:15 or 18:30:15.5Z; 0 without one.
fn share_of_day(time: &str) -> Option<f64> {
    let time = time.trim_end_matches('Z').trim();
    if time.is_empty() {
        return Some(0.0);
    }
    let mut parts = time.split(':');
    let mut next = |below: f64| -> Option<f64> {
        let text = parts.next().unwrap_or("0");
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        text.parse().ok().filter(|number: &f64| digits && *number < below)
    };
    let (hours, minutes, seconds) = (next(24.0)?, next(60.0)?, next(61.0)?);
    parts.next().is_none().then_some((hours + (minutes + seconds / 60.0) / 60.0) / 24.0)
}
