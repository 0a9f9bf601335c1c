//! Basins of attraction: for every starting point in the window, the minimum reached.

use crate::Experiment;
use crate::function::Function;
use crate::optimizer::Optimizer;
use crate::run::descent::{self, Descent};

/// Columns and rows of the map at each stage of refinement; a stage replaces the one before, row
/// by row.
pub const STAGES: [usize; 4] = [32, 64, 128, 256];

/// Distance at which a minimum counts as reached, as a share of the window.
pub const NEAR: f64 = 0.01;

/// Number of cells along each side of the window in the search index of the minima.
const SQUARES: usize = 32;

/// Position after the last update.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// Not computed yet.
    #[default]
    Unknown,
    /// Near this one of the minima, by index.
    Minimum(u16),
    /// Inside the window, at no minimum.
    Unsettled,
    /// Outside the window.
    Left,
    /// Stopped: the function or its gradient is undefined where the last update went.
    Stopped,
}

/// Outcome of one starting point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Position after the last update.
    pub end: End,
    /// Number of updates until the ball stayed near its minimum.
    pub updates: u16,
}

/// Settings that the map depends on: those in force, without edits and starting point.
fn asked(descent: &Descent) -> Experiment {
    Experiment { edits: Vec::new(), start: Vec::new(), ..descent.settings().clone() }
}

/// Map of the basins of attraction, as far as computed.
#[derive(Clone)]
pub struct Basins {
    settings: Experiment,
    function: Function,
    window: Vec<(f64, f64)>,
    minima: Vec<Vec<f64>>,
    /// Search index: minima that may be near, for each of [`SQUARES`]² cells of the window.
    squares: Vec<Vec<u16>>,
    updates: u16,
    start: Optimizer,
    /// Index of the current one of [`STAGES`]; `row` is its next row.
    stage: usize,
    row: usize,
    /// Row-major `[y][x]`, the lowest y first.
    cells: Vec<Cell>,
}

impl Basins {
    /// A map for a descent's settings, with `updates` updates from every starting point.
    /// Outcomes are told apart by `minima`.
    pub fn new(descent: &Descent, minima: Vec<Vec<f64>>, updates: u16) -> Basins {
        let settings = asked(descent);
        let start = descent::optimizer(&settings, descent.domain().len());
        let mut basins = Basins {
            function: descent.function().clone(),
            window: descent.domain().to_vec(),
            squares: vec![Vec::new(); SQUARES * SQUARES],
            minima,
            updates,
            start,
            settings,
            stage: 0,
            row: 0,
            cells: Vec::new(),
        };
        for (index, minimum) in basins.minima.iter().enumerate() {
            // A little more than near: rounding may put a place into the next square.
            let sides = [-1.1, 1.1].map(|sign| {
                let moved = minimum.iter().zip(&basins.window);
                let corner = moved.map(|(x, (low, high))| x + sign * NEAR * (high - low));
                basins.square(&corner.collect::<Vec<f64>>())
            });
            for row in sides[0].1..=sides[1].1 {
                for column in sides[0].0..=sides[1].0 {
                    basins.squares[row * SQUARES + column].push(index as u16);
                }
            }
        }
        basins.cells = vec![Cell::default(); STAGES[0] * basins.rows()];
        basins
    }

    /// Whether the map is of this descent's settings.
    pub fn is_of(&self, descent: &Descent) -> bool {
        self.settings == asked(descent)
    }

    /// Minima by which outcomes are told apart.
    pub fn minima(&self) -> &[Vec<f64>] {
        &self.minima
    }

    /// Number of updates from each starting point.
    pub fn updates(&self) -> u16 {
        self.updates
    }

    /// Whether every starting point is computed, at the last stage.
    pub fn done(&self) -> bool {
        self.stage == STAGES.len()
    }

    /// Number of columns at the current stage.
    pub fn columns(&self) -> usize {
        STAGES[self.stage.min(STAGES.len() - 1)]
    }

    /// Number of rows at the current stage: 1 for a function of one variable.
    pub fn rows(&self) -> usize {
        if self.window.len() == 1 { 1 } else { self.columns() }
    }

    /// Outcomes so far, row-major `[y][x]`, the lowest y first; a starting point is the centre
    /// of its cell.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Starting point at the centre of a cell.
    pub fn start(&self, column: usize, row: usize) -> Vec<f64> {
        let at = |(low, high): (f64, f64), index: usize, count: usize| {
            low + (high - low) * (index as f64 + 0.5) / count as f64
        };
        let counts = [(column, self.columns()), (row, self.rows())];
        let places = self.window.iter().zip(counts);
        places.map(|(window, (index, count))| at(*window, index, count)).collect()
    }

    /// Computes rows until about this many function evaluations are used. True when the last
    /// stage is complete.
    pub fn advance(&mut self, evaluations: u32) -> bool {
        let mut left = i64::from(evaluations);
        while self.stage < STAGES.len() && left > 0 {
            self.compute_row();
            left -= self.columns() as i64 * i64::from(self.updates);
            self.row += 1;
            if self.row == self.rows() {
                self.refine();
            }
        }
        self.done()
    }

    /// Starts the next stage; each cell is initialized from the coarser one that holds it.
    fn refine(&mut self) {
        let (columns, rows) = (self.columns(), self.rows());
        (self.stage, self.row) = (self.stage + 1, 0);
        if self.stage == STAGES.len() {
            return;
        }
        let finer = (self.columns(), self.rows());
        self.cells = (0..finer.0 * finer.1)
            .map(|index| {
                let (column, row) = (index % finer.0, index / finer.0);
                self.cells[row * rows / finer.1 * columns + column * columns / finer.0]
            })
            .collect();
    }

    /// Computes a row of starting points side by side, with steps bit-identical to those of a
    /// [`Descent`].
    fn compute_row(&mut self) {
        let (count, dim) = (self.columns(), self.window.len());
        let mut x: Vec<Vec<f64>> = (0..count).map(|column| self.start(column, self.row)).collect();
        let mut optimizers = vec![self.start.clone(); count];
        let mut stopped = vec![false; count];
        let mut near = vec![(None, 0); count];
        let mut places = [vec![0.0; count], vec![0.0; count]];
        let mut found = [(); 3].map(|()| vec![0.0; count]);
        for update in 0..=self.updates {
            for (ball, x) in x.iter().enumerate() {
                (0..dim).for_each(|axis| places[axis][ball] = x[axis]);
            }
            let [values, slopes_x, slopes_y] = &mut found;
            self.function
                .values_and_gradients([&places[0], &places[1]], [values, slopes_x, slopes_y]);
            for ball in 0..count {
                if stopped[ball] {
                    continue;
                }
                let slopes = [found[1][ball], found[2][ball]];
                let gradient = &slopes[..dim];
                let finite = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
                if !(finite(&x[ball]) && found[0][ball].is_finite() && finite(gradient)) {
                    stopped[ball] = true;
                    continue;
                }
                let minimum = self.near(&x[ball]);
                if minimum != near[ball].0 {
                    near[ball] = (minimum, update);
                }
                if update < self.updates {
                    descent::update(
                        &self.settings,
                        &self.function,
                        update.into(),
                        (&mut optimizers[ball], &mut x[ball], gradient),
                    );
                }
            }
        }
        let first = self.row * count;
        for (ball, x) in x.iter().enumerate() {
            let end = match near[ball].0 {
                _ if !descent::is_in_sight(x, &self.window) => End::Left,
                _ if stopped[ball] => End::Stopped,
                Some(minimum) => End::Minimum(minimum),
                None => End::Unsettled,
            };
            self.cells[first + ball] = Cell { end, updates: near[ball].1 };
        }
    }

    /// Index of the minimum near a point, if any.
    fn near(&self, x: &[f64]) -> Option<u16> {
        let is_near = |minimum: &Vec<f64>| {
            let apart = x.iter().zip(minimum).zip(&self.window);
            let parts = apart.map(|((x, minimum), (low, high))| (x - minimum) / (high - low));
            parts.map(|part| part * part).sum::<f64>() <= NEAR * NEAR
        };
        let (column, row) = self.square(x);
        let candidates = &self.squares[row * SQUARES + column];
        candidates.iter().copied().find(|index| is_near(&self.minima[usize::from(*index)]))
    }

    /// Column and row of the search index's cell that contains a point; outside the window, of
    /// the nearest one.
    fn square(&self, x: &[f64]) -> (usize, usize) {
        let mut parts = x.iter().zip(&self.window).map(|(x, (low, high))| {
            let part = (x - low) / (high - low) * SQUARES as f64;
            (part as usize).min(SQUARES - 1)
        });
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
    }
}
