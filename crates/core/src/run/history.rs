//! Where a run has been, in bounded room.

/// How many points are kept at most.
const CAPACITY: usize = 512;

/// Losses and parameters of every `stride`-th iteration. When it is full, every
/// second point goes and the stride doubles: the whole way stays in sight, and a
/// run of any length needs no more memory than a short one.
#[derive(Debug)]
pub struct History {
    stride: u32,
    width: usize,
    points: Vec<Point>,
    /// `[point][parameter]`.
    parameters: Vec<f64>,
    /// How many parts the gradient has.
    parts: usize,
    /// `[point][part]`.
    norms: Vec<f64>,
}

/// A copy has room for all that a history can hold, as the first has: a timeline's kept
/// states then take their memory at once, and not bit by bit with the length of the run.
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

/// One kept moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// After how many updates.
    pub iteration: u32,
    /// How many epochs were complete.
    pub epoch: u32,
    /// The loss on the training samples.
    pub train: f64,
    /// The loss on the test samples.
    pub test: f64,
    /// What large weights add to both.
    pub penalty: f64,
    /// The learning rate of the coming update.
    pub learning_rate: f64,
}

impl History {
    /// An empty history of states with this many parameters, whose gradient has so many
    /// parts: a network's layers.
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

    /// Takes in the next state, its parameters, and the norm of each part of its gradient.
    /// A function's value stands for both losses.
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

    /// Takes in another state of the iteration that was taken in last.
    pub fn replace(&mut self, point: Point, parameters: &[f64], norms: impl Iterator<Item = f64>) {
        if self.points.last().is_some_and(|last| last.iteration == point.iteration) {
            self.points.pop();
            self.parameters.truncate(self.points.len() * self.width);
            self.norms.truncate(self.points.len() * self.parts);
            self.add(point, parameters, norms);
        }
    }

    /// The next iteration after this one that it keeps.
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
    /// The Euclidean norm of the gradient's part at each kept moment, oldest first.
    pub fn norms(&self, part: usize) -> impl ExactSizeIterator<Item = f64> + '_ {
        (0..self.points.len()).map(move |point| self.norms[point * self.parts + part])
    }
}
