//! Validation samples: how they are drawn, and what is told of them.

use crate::support::{EM, SIZE, run};
use downhill_core::Run;
use downhill_core::data::split::Part;
use downhill_view::canvas::record::Kind;
use downhill_view::canvas::theme::LIGHT;
use downhill_view::network::pictures::Pictures;
use downhill_view::network::samples::place;
use downhill_view::network::tooltip::Picture;
use downhill_view::options::show::{Show, View};
use downhill_view::svg::{self, Drawing, UNIT};
use downhill_view::text::native::ENGLISH;

fn draw(run: &Run, view: View) -> Drawing {
    svg::draw(run, &Show::default(), view, SIZE, EM, ENGLISH)
}

/// The points of the lines of one colour, in CSS pixels.
fn points(drawing: &Drawing, sign: &str) -> Vec<(f64, f64)> {
    let lines = drawing
        .marks
        .iter()
        .filter(|mark| mark.kind == Kind::Line && LIGHT.name_of(mark.colour) == Some(sign));
    lines
        .flat_map(|mark| &mark.points)
        .map(|(x, y)| (f64::from(*x) / UNIT, f64::from(*y) / UNIT))
        .collect()
}

#[test]
fn the_validation_loss_is_a_line_of_the_chart() {
    let drawn = |query: &str, expected: bool| {
        // Without test samples no other line has its colour.
        let run = run(&format!("{query}&test_fraction=0"), 60);
        let drawing = draw(&run, View::Chart);
        let plot = drawing.plot.unwrap();
        let line = points(&drawing, "muted");
        for moment in run.history().points() {
            let loss = moment.validation.unwrap_or(moment.train);
            let at = plot.at(f64::from(moment.iteration), loss);
            let there = line.iter().any(|it| (it.0 - at.0).hypot(it.1 - at.1) < 0.2);
            assert_eq!(there, expected, "{query} at {}", moment.iteration);
        }
        assert_eq!(drawing.svg.contains("\nvalidation\n"), expected, "{query}: the legend");
    };
    drawn("validation_fraction=0.3&l2=0.02", true);
    drawn("validation_fraction=0.3&data=sunspots&layers=4", true);
    drawn("l2=0.02", false);
}

#[test]
fn a_moment_of_the_chart_is_told_with_its_validation_loss() {
    let told = |query: &str| {
        let run = run(query, 40);
        let (mut pictures, show) = (Pictures::default(), Show::default());
        pictures.update(&run, &show, &[View::Chart]);
        let size = (f64::from(SIZE.0), f64::from(SIZE.1));
        let picture = Picture { plot: draw(&run, View::Chart).plot, size, em: EM };
        let at = picture.plot.unwrap().at(40.0, 0.5);
        let told = pictures.probe(View::Chart, &run, &show, &picture, Some(at), ENGLISH).unwrap();
        let row = told
            .rows
            .iter()
            .find(|row| row.name.iter().any(|piece| piece.text == "loss, validation"));
        (row.and_then(|row| row.value), run.snapshot().validation.data_loss)
    };
    let (shown, measured) = told("validation_fraction=0.2&l2=0.02");
    assert_eq!(shown, Some(measured));
    assert_eq!(told("l2=0.02").0, None);
}

#[test]
fn a_validation_sample_is_told_as_one_and_drawn_with_a_point_inside() {
    let run = run("data=xor&noise=0.2&samples=60&validation_fraction=0.2&seed=4", 10);
    let split = run.split();
    let (mut pictures, show) = (Pictures::default(), Show::default());
    pictures.update(&run, &show, &[View::Boundary]);
    let drawing = draw(&run, View::Boundary);
    let plot = drawing.plot.unwrap();
    let size = (f64::from(SIZE.0), f64::from(SIZE.1));
    let picture = Picture { plot: Some(plot), size, em: EM };
    for (part, title) in [
        (Part::Training, "probe_row"),
        (Part::Validation, "probe_row_validation"),
        (Part::Test, "probe_row_test"),
    ] {
        assert!(split.rows(part).len() >= 12, "{part:?}");
        for row in split.rows(part) {
            let (x, y) = place(split, *row);
            let at = plot.at(x, y);
            let told = pictures.probe(View::Boundary, &run, &show, &picture, Some(at), ENGLISH);
            let expected = ENGLISH.fill(title, &[("row", &(row + 1).to_string())]);
            assert_eq!(told.unwrap().title, expected);
            // Each mark is 0.26 em across its middle: what is less than half of that is inside.
            let inside = drawing.marks.iter().any(|mark| {
                let near = mark.points.first().is_some_and(|(x, y)| {
                    (f64::from(*x) / UNIT - at.0).hypot(f64::from(*y) / UNIT - at.1) < 0.2
                });
                mark.kind == Kind::Circle && near && mark.size < 0.13 * EM * UNIT
            });
            assert_eq!(inside, part == Part::Validation, "{part:?} {row}");
        }
    }
}
