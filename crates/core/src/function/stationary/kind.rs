//! Types of stationary points.

/// Type of a stationary point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Global minimum of the window: nothing lower was found.
    GlobalMinimum,
    /// Local minimum: lower than its neighbourhood, but not the lowest.
    LocalMinimum,
    /// Minimum at the edge of the window or of the function's domain.
    EdgeMinimum,
    /// Maximum: higher than its neighbourhood.
    Maximum,
    /// Saddle: stationary, higher in one direction and lower in another.
    Saddle,
    /// Flat: stationary over a stretch, or between two slopes of the same sign.
    Flat,
    /// Kink: the slope jumps and keeps its sign.
    Kink,
    /// Uncertain: stationary, but neither a minimum nor another type could be made sure of.
    Uncertain,
}

impl Kind {
    /// All types, in the order of a legend.
    pub const ALL: [Kind; 8] = [
        Kind::GlobalMinimum,
        Kind::LocalMinimum,
        Kind::EdgeMinimum,
        Kind::Maximum,
        Kind::Saddle,
        Kind::Flat,
        Kind::Kink,
        Kind::Uncertain,
    ];

    /// Whether it is a minimum inside the window.
    pub fn is_minimum(self) -> bool {
        matches!(self, Kind::GlobalMinimum | Kind::LocalMinimum)
    }

    /// Name in a table of numbers.
    pub fn id(self) -> &'static str {
        match self {
            Kind::GlobalMinimum => "global_min",
            Kind::LocalMinimum => "local_min",
            Kind::EdgeMinimum => "edge_min",
            Kind::Maximum => "max",
            Kind::Saddle => "saddle",
            Kind::Flat => "flat",
            Kind::Kink => "kink",
            Kind::Uncertain => "uncertain",
        }
    }
}
