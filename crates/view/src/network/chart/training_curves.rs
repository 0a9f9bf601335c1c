//! Training curves: quantities over the iterations, from the start up to now.

use crate::canvas::axes::Axes;
use crate::canvas::geometry::Point;
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Beside, Drawn, Ink, Pen};
use crate::canvas::plot::Plot;
use crate::data_table::{Cell, DataTable, few};
use crate::network::summary;
use crate::network::tooltip::{Row, Tooltip, digits};
use crate::options::show::Chart;
use crate::plots::{axis_range, run_marks};
use crate::text::messages::{Piece, Words};
use downhill_core::Run;
use downhill_core::numeric::math;
use downhill_core::run::history::{self, History};
use std::rc::Rc;

/// Other runs shown beside a chart's own.
#[derive(Clone, Copy)]
pub struct OtherRuns<'a> {
    /// History of the abandoned run.
    pub left: Option<&'a History>,
    /// Kept runs.
    pub kept: &'a [Rc<Run>],
}

/// A line of a chart.
pub(super) struct Line {
    /// Name in the legend; empty for a single line.
    pub name: String,
    /// Value at each iteration.
    pub values: Vec<f64>,
    /// Colour.
    pub ink: Ink,
    /// Whether it is dashed.
    pub dashed: bool,
}

/// Scale of the y axis.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Scale {
    /// Linear, from 0 on.
    Even,
    /// Logarithmic.
    Powers,
}

/// Recorded points of a run's history, and the current one.
pub(in crate::network) fn moments(run: &Run) -> Vec<history::Point> {
    let now = run.now();
    let kept = run.history().points();
    // Room for all, so that it is not made twice.
    let mut moments = Vec::with_capacity(kept.len() + 1);
    moments.extend_from_slice(kept);
    if moments.last().is_none_or(|last| last.iteration != now.iteration) {
        moments.push(now);
    }
    moments
}

/// Tooltip of an iteration, which is the same above and below the point.
pub(super) fn told(
    iteration: u32,
    rows: Vec<Row>,
    plot: &Plot,
    at: Point,
    words: Words,
) -> Tooltip {
    Tooltip {
        title: words.fill("probe_iteration", &[("iteration", &words.count(iteration))]),
        rows,
        mark: (plot.at(f64::from(iteration), 0.0).0, at.1),
        upright: Some((plot.from.1, plot.to.1)),
        ..Tooltip::at(at)
    }
}

/// Tooltip of the recorded point nearest to a position.
pub(super) fn probe(
    run: &Run,
    chart: Chart,
    plot: &Plot,
    at: Point,
    words: Words,
) -> Option<Tooltip> {
    let moments = moments(run);
    let apart =
        |moment: &history::Point| (plot.at(f64::from(moment.iteration), 0.0).0 - at.0).abs();
    let (place, moment) =
        moments.iter().enumerate().min_by(|a, b| apart(a.1).total_cmp(&apart(b.1)))?;
    let mut rows = vec![Row::new(
        words.pieces("epoch", &[]),
        words.count(moment.epoch),
        f64::from(moment.epoch),
    )];
    if chart == Chart::Gradients {
        let now = run.gradient_norms();
        rows.extend(now.enumerate().map(|(layer, now)| {
            let norm = run.history().norms(layer).nth(place).unwrap_or(now);
            let number = (layer + 1).to_string();
            let name = words.pieces("chart_layer", &[("layer", &number)]);
            Row::new(name, words.significant(norm, 3), norm)
        }));
    } else if chart != Chart::LearningRate {
        rows.push(digits(words, "train_loss", moment.train));
        if let Some(loss) = moment.validation {
            rows.push(digits(words, "validation_loss", loss));
        }
        if run.split().test.n > 0 {
            rows.push(digits(words, "test_loss", moment.test));
        }
        if moment.penalty > 0.0 {
            rows.push(digits(words, "penalty", moment.penalty));
        }
    }
    if chart != Chart::Gradients {
        rows.push(digits(words, "probe_rate", moment.learning_rate));
    }
    Some(told(moment.iteration, rows, plot, at, words))
}

/// The curves in numbers, at some of the recorded points.
pub(super) fn table(run: &Run, chart: Chart, words: Words) -> DataTable {
    let moments = moments(run);
    let layers = run.gradient_norms().count();
    let (validated, tested) = (run.is_validated(), run.split().test.n > 0);
    let quantities: Vec<String> = match chart {
        Chart::Gradients => (1..=layers)
            .map(|layer| words.fill("chart_layer", &[("layer", &layer.to_string())]))
            .collect(),
        Chart::LearningRate => vec![words.get("learning_rate_alone").to_string()],
        _ => [
            Some("train_loss"),
            validated.then_some("validation_loss"),
            tested.then_some("test_loss"),
        ]
        .into_iter()
        .flatten()
        .map(|key| words.get(key).to_string())
        .collect(),
    };
    let values = |(place, moment): (usize, &history::Point)| -> Vec<f64> {
        match chart {
            Chart::Gradients => run
                .gradient_norms()
                .enumerate()
                .map(|(layer, now)| run.history().norms(layer).nth(place).unwrap_or(now))
                .collect(),
            Chart::LearningRate => vec![moment.learning_rate],
            _ => [
                Some(moment.train),
                moment.validation.filter(|_| validated),
                tested.then_some(moment.test),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    };
    let rows = few(moments.len()).into_iter().map(|place| {
        let moment = &moments[place];
        let first = Cell::Count(moment.iteration);
        [first].into_iter().chain(values((place, moment)).into_iter().map(Cell::Number)).collect()
    });
    let columns = [words.get("iteration").to_string()].into_iter().chain(quantities);
    DataTable { columns: columns.collect(), rows: rows.collect() }
}

/// Curve of another run: iterations and values.
type Course = Vec<(u32, f64)>;

/// Upper end of the iteration axis: extended by half whenever the curve reaches it, so that it
/// is rescaled now and then instead of at every step.
fn end(iteration: u32) -> f64 {
    let mut end = 50.0;
    while end < f64::from(iteration) {
        end *= 1.5;
    }
    end
}

/// Draws lines over the iterations, with a legend in the corner that falling lines leave free,
/// and the curves of the abandoned and the kept runs, if they have one here.
pub(super) fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    iterations: &[u32],
    lines: &[Line],
    (left, kept): (Option<Course>, &[Course]),
    (name, scale): (&str, Scale),
    words: Words,
) -> Drawn<DB, Plot> {
    let all = || lines.iter().flat_map(|line| &line.values).copied().filter(|it| it.is_finite());
    // Runs that are kept are in sight from where they began; who flies off leaves the picture.
    let others = || kept.iter().flatten().map(|(_, value)| *value).filter(|it| it.is_finite());
    let first = kept.iter().filter_map(|course| course.first()).map(|(_, value)| *value);
    let highest = all().chain(first).fold(0.0, f64::max);
    let lowest = all().chain(others()).filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min);
    let last = kept.iter().filter_map(|course| course.last()).map(|(k, _)| k);
    let axes = |y| Axes {
        x: (0.0, end(iterations.iter().chain(last.clone()).copied().fold(0, u32::max))),
        y,
        x_name: words.get("iteration"),
        y_name: name,
        equal: false,
        quiet: false,
        words,
    };
    let (plot, floor) = match scale {
        Scale::Even => (pen.axes(&axes((0.0, axis_range::top(highest / 1.45))))?, 0.0),
        Scale::Powers => {
            // Twelve powers show all that is not the noise of rounding.
            let top = if highest > 0.0 { highest } else { 1.0 };
            let low = math::log10(lowest.min(top).max(1e-12 * top)).floor();
            let high = math::log10(top).ceil().max(low + 1.0);
            (pen.log_axes(&axes((low, high)))?, math::pow(10.0, low))
        }
    };
    let up = |value: f64| match scale {
        Scale::Even => value,
        Scale::Powers => math::log10(value.max(floor)),
    };
    if let Some(left) = left {
        let way: Vec<Point> =
            left.iter().map(|(k, value)| plot.at(f64::from(*k), up(*value))).collect();
        pen.ghost(&way, &plot)?;
    }
    let placed = |course: &Course| {
        course.iter().map(|(k, value)| (f64::from(*k), up(*value))).collect::<Vec<_>>()
    };
    let kept: Vec<_> = kept.iter().map(placed).collect();
    run_marks::draw_ways(pen, &plot, &kept, run_marks::lane, false)?;
    for Line { values, ink, dashed, .. } in lines.iter().rev() {
        let points: Vec<Point> = iterations
            .iter()
            .zip(values)
            .filter(|(_, value)| value.is_finite())
            .map(|(k, value)| plot.at(f64::from(*k), up(*value)))
            .collect();
        for part in plot.clip_line(&points) {
            if *dashed { pen.dashed(&part, *ink, 1.5)? } else { pen.line(&part, *ink, 2.0)? }
        }
    }
    if let (Some(k), Some(value)) =
        (iterations.last(), lines.first().and_then(|line| line.values.last()))
    {
        let ball = plot.at(f64::from(*k), up(*value));
        if plot.contains(ball) {
            pen.disc(ball, 0.3 * pen.em, pen.theme.ball)?;
        }
    }
    for (row, Line { name, ink, dashed, .. }) in
        lines.iter().filter(|line| !line.name.is_empty()).enumerate()
    {
        let (x, y) = (plot.to.0 - 0.6 * pen.em, plot.from.1 + (0.8 + 1.2 * row as f64) * pen.em);
        let stroke = [(x - 1.8 * pen.em, y), (x, y)];
        if *dashed {
            pen.dashed(&stroke, *ink, 1.5)?
        } else {
            pen.line(&stroke, *ink, 2.0)?
        }
        pen.text(name, (x - 2.2 * pen.em, y), Beside::Left, 0.85, pen.theme.ink)?;
    }
    Ok(plot)
}

fn iterations(moments: &[history::Point]) -> Vec<u32> {
    moments.iter().map(|moment| moment.iteration).collect()
}

/// Draws the losses of training, validation and test samples, and the penalty.
pub(super) fn losses<DB: Canvas>(
    pen: &Pen<DB>,
    run: &Run,
    others: OtherRuns,
    powers: bool,
    words: Words,
) -> Drawn<DB, Plot> {
    let moments = moments(run);
    let line = |key: &str, of: fn(&history::Point) -> f64, ink: Ink, dashed| Line {
        name: words.get(key).to_string(),
        values: moments.iter().map(of).collect(),
        ink,
        dashed,
    };
    let theme = pen.theme;
    let mut lines = vec![line("train", |moment| moment.train, theme.ink.into(), false)];
    if run.is_validated() {
        let loss = |moment: &history::Point| moment.validation.unwrap_or(f64::NAN);
        lines.push(line("validation", loss, theme.muted.into(), false));
    }
    if run.split().test.n > 0 {
        lines.push(line("test", |moment| moment.test, theme.muted.into(), true));
    }
    if moments.iter().any(|moment| moment.penalty > 0.0) {
        lines.push(line("penalty", |moment| moment.penalty, theme.negative.into(), true));
    }
    let course = |points: &[history::Point]| -> Course {
        points.iter().map(|it| (it.iteration, it.train)).collect()
    };
    let left = others.left.map(|left| course(left.points()));
    let kept: Vec<Course> = others.kept.iter().map(|run| course(&self::moments(run))).collect();
    let scale = if powers { Scale::Powers } else { Scale::Even };
    draw(pen, &iterations(&moments), &lines, (left, &kept), (words.get("loss"), scale), words)
}

/// Sentence on the current losses.
pub(super) fn loss_note(run: &Run, words: Words) -> Vec<Piece> {
    let at = run.snapshot();
    let digits = |value| summary::with_unit(run, value, words);
    let values = [
        ("cost", summary::cost(run, words).to_string()),
        ("train", digits(at.train.loss)),
        ("test", digits(at.test.loss)),
        ("penalty", digits(at.penalty)),
    ];
    let key = match (at.penalty > 0.0, run.split().test.n) {
        (true, 0) => "chart_loss_note_penalty_alone",
        (true, _) => "chart_loss_note_penalty",
        (false, 0) => "chart_loss_note_alone",
        _ => "chart_loss_note",
    };
    let mut note = words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())));
    if run.is_validated() {
        let loss = digits(at.validation.data_loss);
        note.extend(words.pieces("chart_loss_note_validation", &[("validation", &loss)]));
    }
    note
}

/// Draws the norm of each layer's part of the gradient, the first layer's line the strongest.
pub(super) fn gradients<DB: Canvas>(pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
    let moments = moments(run);
    let layers = run.network().layers().len();
    let now: Vec<f64> = run.gradient_norms().collect();
    let line = |layer: usize| {
        let mut values: Vec<f64> = run.history().norms(layer).collect();
        values.resize(moments.len(), now[layer]);
        let strength = 1.0 - 0.65 * layer as f64 / layers.max(2) as f64;
        Line {
            name: words.fill("chart_layer", &[("layer", &(layer + 1).to_string())]),
            values,
            ink: Ink(pen.theme.slope, strength),
            dashed: layer % 2 == 1,
        }
    };
    let lines: Vec<Line> = (0..layers).map(line).collect();
    let name = words.get("gradient_norm");
    draw(pen, &iterations(&moments), &lines, (None, &[]), (name, Scale::Powers), words)
}

/// Sentence on the ratio of the first layer's gradient norm to the last one's.
pub(super) fn gradients_note(run: &Run, words: Words) -> Vec<Piece> {
    let norms: Vec<f64> = run.gradient_norms().collect();
    let (first, last) = (norms[0], norms[norms.len() - 1]);
    let digits = |value| words.significant(value, 2);
    let key = match first / last {
        _ if norms.len() < 2 => "chart_gradients_note_one",
        ratio if ratio < 1e-2 => "chart_gradients_note_vanish",
        ratio if ratio > 1e2 => "chart_gradients_note_explode",
        _ => "chart_gradients_note",
    };
    let values =
        [("first", digits(first)), ("last", digits(last)), ("ratio", digits(first / last))];
    words.pieces(key, &values.each_ref().map(|(key, text)| (*key, text.as_str())))
}

/// Draws the learning rate over the iterations.
pub(super) fn learning_rate<DB: Canvas>(pen: &Pen<DB>, run: &Run, words: Words) -> Drawn<DB, Plot> {
    let moments = moments(run);
    let line = Line {
        name: String::new(),
        values: moments.iter().map(|moment| moment.learning_rate).collect(),
        ink: pen.theme.step.into(),
        dashed: false,
    };
    let name = words.get("learning_rate");
    draw(pen, &iterations(&moments), &[line], (None, &[]), (name, Scale::Even), words)
}

/// Sentence on the current learning rate.
pub(super) fn rate_note(run: &Run, words: Words) -> Vec<Piece> {
    let rate = words.significant(run.snapshot().optimizer.learning_rate, 3);
    words.pieces("chart_learning_rate_note", &[("rate", &rate)])
}
