//! Metrics: agreement of outputs with targets.
//!
//! Outputs and targets are `[output][sample]`, as in [`crate::network::Batch`], of `n` samples
//! each. Metrics of no samples are NaN; an undefined metric of one class is 0, as described.

/// Index of each sample's largest output, `[sample]`: the predicted class, or, of targets, the
/// true class. The first of equal outputs counts.
pub fn largest(outputs: &[f64], n: usize) -> Vec<usize> {
    (0..n).map(|sample| largest_of(outputs, n, sample)).collect()
}

fn largest_of(outputs: &[f64], n: usize, sample: usize) -> usize {
    let mut largest = 0;
    for output in 1..outputs.len() / n {
        if outputs[output * n + sample] > outputs[largest * n + sample] {
            largest = output;
        }
    }
    largest
}

/// Confusion matrix: counts of samples by true and predicted class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    classes: usize,
    /// Counts, row-major `[expected][answered]`: true class, then predicted class.
    counts: Vec<usize>,
}

impl Confusion {
    /// Confusion matrix of true and predicted classes, `[sample]` each, all below `classes`.
    pub fn new(classes: usize, expected: &[usize], answered: &[usize]) -> Confusion {
        let mut counts = vec![0; classes * classes];
        for (expected, answered) in expected.iter().zip(answered) {
            counts[expected * classes + answered] += 1;
        }
        Confusion { classes, counts }
    }

    /// Confusion matrix of the largest output against the largest target of each sample.
    pub fn of_outputs(outputs: &[f64], targets: &[f64], n: usize) -> Confusion {
        let classes = targets.len().checked_div(n).unwrap_or(0);
        Confusion::new(classes, &largest(targets, n), &largest(outputs, n))
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// Number of samples of the class `expected` that are predicted as `answered`.
    pub fn count(&self, expected: usize, answered: usize) -> usize {
        self.counts[expected * self.classes + answered]
    }

    /// Rows of the matrix: one for each true class, `[answered]`.
    pub fn rows(&self) -> impl Iterator<Item = &[usize]> {
        self.counts.chunks_exact(self.classes.max(1))
    }

    /// Accuracy: the share of samples predicted as their class.
    pub fn accuracy(&self) -> f64 {
        let right: usize = (0..self.classes).map(|class| self.count(class, class)).sum();
        right as f64 / self.counts.iter().sum::<usize>() as f64
    }

    /// Precision: of the samples predicted as the class, the share that belongs to it; 0 if
    /// there are none.
    pub fn precision(&self, class: usize) -> f64 {
        let answered = (0..self.classes).map(|expected| self.count(expected, class)).sum();
        share(self.count(class, class), answered)
    }

    /// Recall: of the samples that belong to the class, the share predicted as it; 0 if there
    /// are none.
    pub fn recall(&self, class: usize) -> f64 {
        let expected = (0..self.classes).map(|answered| self.count(class, answered)).sum();
        share(self.count(class, class), expected)
    }

    /// F₁, the harmonic mean 2·precision·recall/(precision + recall); 0 if no sample of the
    /// class is predicted as it.
    pub fn f1(&self, class: usize) -> f64 {
        let (precision, recall) = (self.precision(class), self.recall(class));
        match precision + recall {
            0.0 => 0.0,
            sum => 2.0 * precision * recall / sum,
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Accuracy: the share of samples whose largest output is that of their class.
pub fn accuracy(outputs: &[f64], targets: &[f64], n: usize) -> f64 {
    let right =
        (0..n).filter(|&sample| largest_of(outputs, n, sample) == largest_of(targets, n, sample));
    right.count() as f64 / n as f64
}

/// Root mean squared error √(Σ (output − target)²/count), over all samples and outputs, in the
/// targets' unit.
pub fn rmse(outputs: &[f64], targets: &[f64]) -> f64 {
    (squared_error(outputs, targets) / targets.len() as f64).sqrt()
}

/// Coefficient of determination R² = 1 − Σ (output − target)²/Σ (target − mean)²: the share of
/// the targets' variance that the outputs explain. 1 is perfect, 0 no better than predicting the
/// mean; it may be negative. With several outputs, the mean of their R². For an output with
/// constant targets, 1 if all outputs are right, else 0; undefined (NaN) for fewer than two
/// samples, which have no variance, and where an error is not finite.
pub fn r_squared(outputs: &[f64], targets: &[f64], n: usize) -> f64 {
    if n < 2 || targets.is_empty() {
        return f64::NAN;
    }
    let of_one = |(outputs, targets): (&[f64], &[f64])| {
        let error = squared_error(outputs, targets);
        if targets.iter().all(|target| *target == targets[0]) {
            return match error {
                0.0 => 1.0,
                error if error.is_finite() => 0.0,
                _ => f64::NAN,
            };
        }
        let mean = targets.iter().sum::<f64>() / n as f64;
        1.0 - error / targets.iter().map(|target| (target - mean) * (target - mean)).sum::<f64>()
    };
    let rows = outputs.chunks_exact(n).zip(targets.chunks_exact(n));
    rows.map(of_one).sum::<f64>() / (targets.len() / n) as f64
}

fn squared_error(outputs: &[f64], targets: &[f64]) -> f64 {
    outputs.iter().zip(targets).map(|(output, target)| (output - target) * (output - target)).sum()
}
