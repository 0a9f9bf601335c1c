//! Where a run has been, in bounded room.

/// How many points are kept at most.
const CAPACITY: usize = 512;

/// Losses and parameters of every `stride`-th iteration. When it is full, every
/// second point goes and the stride doubles: the whole way stays in sight, and a
/// run of any length needs no more memory than a short one.
#[derive(Clone, Debug)]
pub struct History {
    stride: u32,
    width: usize,
    points: Vec<Point>,
    /// `[point][parameter]`.
    parameters: Vec<f64>,
}

/// One kept moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// After how many updates.
    pub iteration: u32,
    /// The loss on the training samples.
    pub train: f64,
    /// The loss on the test samples.
    pub test: f64,
}

impl History {
    /// An empty history of states with this many parameters.
    pub fn new(parameters: usize) -> History {
        History {
            stride: 1,
            width: parameters,
            points: Vec::with_capacity(CAPACITY),
            parameters: Vec::with_capacity(CAPACITY * parameters),
        }
    }

    /// Takes in the next state: its losses on training and test samples and its
    /// parameters. A function's value stands for both losses.
    pub fn add(&mut self, iteration: u32, (train, test): (f64, f64), parameters: &[f64]) {
        if self.points.len() == CAPACITY {
            self.thin_out();
        }
        if !iteration.is_multiple_of(self.stride) {
            return;
        }
        self.points.push(Point { iteration, train, test });
        self.parameters.extend_from_slice(parameters);
    }

    /// The next iteration after this one that it keeps.
    pub fn next_kept(&self, iteration: u32) -> u32 {
        let stride = if self.points.len() == CAPACITY { 2 * self.stride } else { self.stride };
        (iteration / stride).saturating_add(1).saturating_mul(stride)
    }

    fn thin_out(&mut self) {
        for kept in 1..CAPACITY / 2 {
            self.points[kept] = self.points[2 * kept];
            let from = 2 * kept * self.width;
            self.parameters.copy_within(from..from + self.width, kept * self.width);
        }
        self.points.truncate(CAPACITY / 2);
        self.parameters.truncate(CAPACITY / 2 * self.width);
        self.stride *= 2;
    }

    /// The kept moments, oldest first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The parameters of each kept moment, oldest first.
    pub fn states(&self) -> impl DoubleEndedIterator<Item = &[f64]> + ExactSizeIterator {
        self.parameters.chunks_exact(self.width.max(1))
    }

    /// One parameter's kept values, oldest first.
    pub fn parameter(&self, index: usize) -> impl ExactSizeIterator<Item = f64> + '_ {
        (0..self.points.len()).map(move |point| self.parameters[point * self.width + index])
    }
}
