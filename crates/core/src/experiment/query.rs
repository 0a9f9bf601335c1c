//! Keys and values of a query.

use super::Experiment;

/// Decoded keys and values of a query. A raw `+` in a formula is a plus sign where the link was
/// made by hand: in a query it means a space, which is what it means where a page wrote it.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let decode = |pair: &str| {
        let (id, value) = form_urlencoded::parse(pair.as_bytes()).next()?;
        Some((id.into_owned(), value.into_owned()))
    };
    // A page writes the start of a function.
    let complete = query.split('&').any(|pair| pair.starts_with("start="));
    query.split('&').filter(|pair| !pair.is_empty()).filter_map(move |pair| {
        let (id, value) = decode(pair)?;
        let raw = pair.split_once('=').map_or("", |(_, raw)| raw);
        if !raw.contains('+') || !["function", "target", "features"].contains(&&*id) {
            return Some((id, value));
        }
        let (_, with_plus) = decode(&pair.replace('+', "%2B"))?;
        let reads = |text: &str| Experiment::default().set(&id, text).is_ok();
        let plus = reads(&with_plus)
            && (!reads(&value) || made_by_hand(raw) || id == "function" && !complete);
        Some((id, if plus { with_plus } else { value }))
    })
}

/// Whether a value in a query was typed: it has a character that a page would have encoded, and
/// no plus sign that is.
fn made_by_hand(raw: &str) -> bool {
    let kept = |it: char| it.is_ascii_alphanumeric() || "*-._+%".contains(it);
    !raw.chars().all(kept) && !raw.to_ascii_uppercase().contains("%2B")
}
