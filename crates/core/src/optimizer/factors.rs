//! Factors of a move: one parameter's update, written as the numbers that multiply to it.

/// Number of an update rule, with its symbol in the rule's formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// Symbol, as in "m̂".
    pub symbol: &'static str,
    /// Value.
    pub value: f64,
}

/// Move of one parameter: −η · direction · scale / divisor − decay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// η of this update; of Adagrad with its decay.
    pub rate: f64,
    /// Direction: the gradient, a velocity, an average of gradients, or a sign.
    pub direction: Factor,
    /// Factor of the direction, if the rule has one.
    pub scale: Option<Factor>,
    /// Divisor, if the rule has one.
    pub divisor: Option<Factor>,
    /// Part of decoupled weight decay, η w x; 0 without one.
    pub decay: f64,
}

impl Move {
    /// The move −η · direction.
    pub(super) fn new(rate: f64, symbol: &'static str, value: f64) -> Move {
        let direction = Factor { symbol, value };
        Move { rate, direction, scale: None, divisor: None, decay: 0.0 }
    }

    pub(super) fn times(self, symbol: &'static str, value: f64) -> Move {
        Move { scale: Some(Factor { symbol, value }), ..self }
    }

    pub(super) fn over(self, symbol: &'static str, value: f64) -> Move {
        Move { divisor: Some(Factor { symbol, value }), ..self }
    }

    pub(super) fn and_decay(self, decay: f64) -> Move {
        Move { decay, ..self }
    }

    /// Change of the parameter.
    pub fn total(&self) -> f64 {
        let [scale, divisor] = [self.scale, self.divisor].map(|it| it.map_or(1.0, |it| it.value));
        -self.rate * self.direction.value * scale / divisor - self.decay
    }
}
