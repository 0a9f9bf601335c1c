//! Sentence on a network that learns: what its last step did, or what its epochs have come to.

use crate::network::ending::share;
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::run::snapshot::{Metrics, Snapshot};

/// Number of first steps of a run that are told one by one.
const FEW: u32 = 5;

/// Sentence on a run that has begun; `start` is what it began with. While it plays, steps go by
/// too fast to be told one by one.
pub fn sentence(
    run: &Run,
    weight: usize,
    start: &Metrics,
    playing: bool,
    words: Words,
) -> Vec<Piece> {
    let now = run.snapshot();
    let last = run.previous().filter(|_| !playing && now.iteration <= FEW);
    let mut told = match last {
        Some(before) => step(run, before, weight, words),
        None => epochs(run, words),
    };
    let from = last.map_or(start.loss, |before| before.train.loss);
    let fell = now.train.loss < from;
    let text = |loss: f64| words.significant(loss, 3);
    told.extend(words.pieces(
        if fell { "sentence_fell" } else { "sentence_rose" },
        &[("from", &text(from)), ("to", &text(now.train.loss))],
    ));
    if last.is_none() && !now.train.accuracy.is_nan() {
        let values = [("from", &*share(start, words)), ("to", &share(&now.train, words))];
        told.extend(words.pieces("sentence_right", &values));
    }
    if run.settings().frozen.contains(&weight) {
        told.extend(words.pieces("sentence_frozen", &[]));
    }
    told
}

/// Sentence on the last step, as the selected weight shows it.
fn step(run: &Run, before: &Snapshot, weight: usize, words: Words) -> Vec<Piece> {
    let slope = before.gradient[weight];
    let moved = run.snapshot().parameters[weight] - before.parameters[weight];
    let mut told = words.pieces("sentence_given", &[("slope", &words.signed(slope, 3))]);
    let key = match slope * moved > 0.0 {
        _ if run.settings().frozen.contains(&weight) => return told,
        true => "sentence_uphill",
        false => "sentence_moved",
    };
    told.extend(words.pieces(key, &[("move", &words.signed(moved, 3))]));
    told
}

/// Sentence on the epochs: how often the samples were seen.
fn epochs(run: &Run, words: Words) -> Vec<Piece> {
    let (now, of) = (run.snapshot(), run.split().train.n);
    let key = if now.epoch == 0 { "sentence_epoch_begun" } else { "sentence_epochs" };
    let values = [
        ("n", &*now.epoch.to_string()),
        ("epoch", &words.count(now.epoch)),
        ("seen", &now.seen.to_string()),
        ("count", &of.to_string()),
    ];
    words.pieces(key, &values)
}
