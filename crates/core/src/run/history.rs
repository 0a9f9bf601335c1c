//! History of a run, in bounded memory.

/// Largest number of points kept.
const CAPACITY: usize = 512;

/// Losses and parameters of every `stride`-th iteration. If it is full, every second point is
/// dropped and the stride doubles: the whole path is kept, and a run of any length needs no more
/// memory than a short one.
#[derive(Debug)]
pub struct History {
    stride: u32,
    width: usize,
    points: Vec<Point>,
    /// Parameters θ, `[point][parameter]`.
    parameters: Vec<f64>,
    /// Number of parts of the gradient: a network's layers.
    parts: usize,
    /// Norms of the gradient's parts, `[point][part]`.
    norms: Vec<f64>,
}

/// A clone has the full capacity, as the original has: the states kept by a timeline then take
/// their memory at once, and not bit by bit with the length of the run.
impl Clone for History {
    fn clone(&self) -> History {
        let mut copy = History::new(self.width, self.parts);
        copy.clone_from(self);
        copy
    }

    fn clone_from(&mut self, other: &History) {
        (self.stride, self.width, self.parts) = (other.stride, other.width, other.parts);
        self.points.clone_from(&other.points);
        self.parameters.clone_from(&other.parameters);
        self.norms.clone_from(&other.norms);
    }
}

/// One recorded iteration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Number of updates made.
    pub iteration: u32,
    /// Number of complete epochs.
    pub epoch: u32,
    /// Loss on the training samples.
    pub train: f64,
    /// Loss on the validation samples, without the penalty: that which early stopping watches.
    /// `None` without such samples.
    pub validation: Option<f64>,
    /// Loss on the test samples.
    pub test: f64,
    /// Penalty on large weights, part of the training and the test loss.
    pub penalty: f64,
    /// Learning rate of the next update.
    pub learning_rate: f64,
}

impl History {
    /// An empty history of states with this many parameters, whose gradient has `parts` parts: a
    /// network's layers.
    pub fn new(parameters: usize, parts: usize) -> History {
        History {
            stride: 1,
            width: parameters,
            points: Vec::with_capacity(CAPACITY),
            parameters: Vec::with_capacity(CAPACITY * parameters),
            parts,
            norms: Vec::with_capacity(CAPACITY * parts),
        }
    }

    /// Records the next state if it is on the stride: its parameters, and the norm of each part
    /// of its gradient. A function's value stands for both losses.
    pub fn add(&mut self, point: Point, parameters: &[f64], norms: impl Iterator<Item = f64>) {
        if self.points.len() == CAPACITY {
            self.thin_out();
        }
        if !point.iteration.is_multiple_of(self.stride) {
            return;
        }
        self.points.push(point);
        self.parameters.extend_from_slice(parameters);
        self.norms.extend(norms);
    }

    /// Replaces the last recorded point, if it is of the same iteration.
    pub fn replace(&mut self, point: Point, parameters: &[f64], norms: impl Iterator<Item = f64>) {
        if self.points.last().is_some_and(|last| last.iteration == point.iteration) {
            self.points.pop();
            self.parameters.truncate(self.points.len() * self.width);
            self.norms.truncate(self.points.len() * self.parts);
            self.add(point, parameters, norms);
        }
    }

    /// Next iteration after this one that is recorded.
    pub fn next_kept(&self, iteration: u32) -> u32 {
        let stride = if self.points.len() == CAPACITY { 2 * self.stride } else { self.stride };
        (iteration / stride).saturating_add(1).saturating_mul(stride)
    }

    fn thin_out(&mut self) {
        for kept in 1..CAPACITY / 2 {
            self.points[kept] = self.points[2 * kept];
            for (values, width) in
                [(&mut self.parameters, self.width), (&mut self.norms, self.parts)]
            {
                let from = 2 * kept * width;
                values.copy_within(from..from + width, kept * width);
            }
        }
        self.points.truncate(CAPACITY / 2);
        self.parameters.truncate(CAPACITY / 2 * self.width);
        self.norms.truncate(CAPACITY / 2 * self.parts);
        self.stride *= 2;
    }

    /// Recorded points, oldest first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Parameters of each recorded point, oldest first.
    pub fn states(&self) -> impl DoubleEndedIterator<Item = &[f64]> + ExactSizeIterator {
        self.parameters.chunks_exact(self.width.max(1))
    }

    /// Recorded values of one parameter, oldest first.
    pub fn parameter(&self, index: usize) -> impl ExactSizeIterator<Item = f64> + '_ {
        (0..self.points.len()).map(move |point| self.parameters[point * self.width + index])
    }
    /// Euclidean norm of a part of the gradient at each recorded point, oldest first.
    pub fn norms(&self, part: usize) -> impl ExactSizeIterator<Item = f64> + '_ {
        (0..self.points.len()).map(move |point| self.norms[point * self.parts + part])
    }
}
