//! Tones of a picture's areas: by how much it has changed.

/// Tones of equal areas of a picture, each of one or more shares of colours, or a luminance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tones {
    /// Number of areas.
    areas: usize,
    /// Share of each colour, `[colour][area]`.
    shares: Vec<f32>,
    /// A change by more than this is seen.
    seen: f32,
}

impl Tones {
    /// Tones of so many areas, as shares of colours, as many for each colour.
    pub fn of_shares(areas: usize, shares: Vec<f32>) -> Tones {
        Tones { areas, shares, seen: 0.25 }
    }

    /// Tones of areas, as their relative luminances. A tenth is a flash (WCAG 2.2).
    pub fn of_luminances(luminances: Vec<f32>) -> Tones {
        Tones { areas: luminances.len(), shares: luminances, seen: 0.1 }
    }

    /// Share of the areas whose tones are others than before; 1 if their number is another one.
    pub fn changed(&self, before: &Tones) -> f64 {
        if (self.areas, self.shares.len()) != (before.areas, before.shares.len()) {
            return 1.0;
        }
        let differs = |at: usize| {
            let (now, then) = (self.shares[at], before.shares[at]);
            (now - then).abs() > self.seen || now.is_nan() != then.is_nan()
        };
        let changed = |area: &usize| (*area..self.shares.len()).step_by(self.areas).any(differs);
        (0..self.areas).filter(changed).count() as f64 / self.areas.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_has_changed_where_one_of_its_colours_has() {
        let before = Tones::of_shares(4, vec![0.0, 0.0, 0.0, f32::NAN, 1.0, 1.0, 1.0, f32::NAN]);
        let now = Tones::of_shares(4, vec![0.5, 0.1, 0.0, f32::NAN, 0.5, 0.9, 0.4, 0.5]);
        assert_eq!(now.changed(&before), 0.75);
        assert_eq!(before.changed(&before), 0.0);
        assert_eq!(before.changed(&Tones::of_shares(2, vec![0.0; 8])), 1.0);
    }
}
