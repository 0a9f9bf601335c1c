//! Which minimum? For every start in the picture, where the ball comes to.

use crate::Experiment;
use crate::function::Function;
use crate::optimizer::Optimizer;
use crate::run::descent::{self, Descent};

/// How many columns and rows the map has at each of its stages; the next one takes
/// the place of the last, row by row.
pub const STAGES: [usize; 4] = [32, 64, 128, 256];

/// How near to a minimum a ball has come to it: this share of the picture.
pub const NEAR: f64 = 0.01;

/// Into how many parts each side of the window is cut, to find the minimum near a place.
const SQUARES: usize = 32;

/// Where a ball is after the last update.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// Not computed yet.
    #[default]
    Unknown,
    /// At this one of the minima.
    Minimum(u16),
    /// Somewhere in the picture.
    Unsettled,
    /// Outside of the picture.
    Left,
    /// Nowhere: the function has no value or no slope where the last update went.
    Stopped,
}

/// One start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Where it ends.
    pub end: End,
    /// After how many updates it came near to its minimum for good.
    pub updates: u16,
}

/// All that the map depends on: the settings in force, from wherever the ball began.
fn asked(descent: &Descent) -> Experiment {
    Experiment { edits: Vec::new(), start: Vec::new(), ..descent.settings().clone() }
}

/// The map, as far as it has come.
#[derive(Clone)]
pub struct Basins {
    settings: Experiment,
    function: Function,
    window: Vec<(f64, f64)>,
    minima: Vec<Vec<f64>>,
    /// Which minima may be near, for each of [`SQUARES`]² parts of the window.
    squares: Vec<Vec<u16>>,
    updates: u16,
    start: Optimizer,
    /// Which of [`STAGES`] is computed, and its next row.
    stage: usize,
    row: usize,
    /// `[y][x]`, the lowest y first.
    cells: Vec<Cell>,
}

impl Basins {
    /// The map of a descent's settings for so many updates from every start. Ends are
    /// told apart by these minima.
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

    /// Whether it is the map of this descent's settings.
    pub fn is_of(&self, descent: &Descent) -> bool {
        self.settings == asked(descent)
    }

    /// The minima by which ends are told apart.
    pub fn minima(&self) -> &[Vec<f64>] {
        &self.minima
    }

    /// How many updates each ball makes.
    pub fn updates(&self) -> u16 {
        self.updates
    }

    /// Whether every start is computed, at the last stage.
    pub fn done(&self) -> bool {
        self.stage == STAGES.len()
    }

    /// How many columns the map has now.
    pub fn columns(&self) -> usize {
        STAGES[self.stage.min(STAGES.len() - 1)]
    }

    /// How many rows: one for a function of one variable.
    pub fn rows(&self) -> usize {
        if self.window.len() == 1 { 1 } else { self.columns() }
    }

    /// What is known of the starts, `[y][x]`, the lowest y first: each is the middle
    /// of its cell.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The start in the middle of a cell.
    pub fn start(&self, column: usize, row: usize) -> Vec<f64> {
        let at = |(low, high): (f64, f64), index: usize, count: usize| {
            low + (high - low) * (index as f64 + 0.5) / count as f64
        };
        let counts = [(column, self.columns()), (row, self.rows())];
        let places = self.window.iter().zip(counts);
        places.map(|(window, (index, count))| at(*window, index, count)).collect()
    }

    /// Computes rows for about so many evaluations of the function. True when all is
    /// done.
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

    /// Goes to the next stage, with each cell as its part of the last.
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

    /// Lets the balls of a row roll side by side: the same steps as those of a
    /// [`Descent`], bit for bit.
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

    /// The minimum that a place is near to.
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

    /// The column and row of the part of the window in which a place lies; outside, of the
    /// nearest one.
    fn square(&self, x: &[f64]) -> (usize, usize) {
        let mut parts = x.iter().zip(&self.window).map(|(x, (low, high))| {
            let part = (x - low) / (high - low) * SQUARES as f64;
            (part as usize).min(SQUARES - 1)
        });
        (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
    }
}
