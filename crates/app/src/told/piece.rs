//! Pieces of a sentence.

use downhill_view::text::messages;
use serde::Serialize;

/// A piece of a sentence, and the mark it stands for; empty for none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The name of the mark's colour.
    pub sign: String,
}

/// A sentence's pieces as they are told.
pub(crate) fn pieces(pieces: Vec<messages::Piece>) -> Vec<Piece> {
    pieces.into_iter().map(|piece| Piece { text: piece.text, sign: piece.sign }).collect()
}
