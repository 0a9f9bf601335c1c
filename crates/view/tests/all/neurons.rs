//! A unit's picture is what the unit puts out.

use downhill_core::network::{Dropout, Workspace};
use downhill_core::{Experiment, Run};
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::network::diagram::unit_maps::{self, Neurons};
use downhill_view::options::show::{Show, View};
use downhill_view::svg;
use downhill_view::text::native::ENGLISH;

fn run(query: &str, iterations: u32) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    let mut run = Run::new(&experiment).unwrap();
    assert!(run.train(iterations));
    run
}

fn marks(run: &Run, size: (u32, u32)) -> Vec<Mark> {
    svg::draw(run, &Show::default(), View::Diagram, size, 13.0, ENGLISH).marks
}

fn count(marks: &[Mark], kind: Kind) -> usize {
    marks.iter().filter(|mark| mark.kind == kind).count()
}

#[test]
fn each_place_of_a_picture_is_the_unit_s_activation_there() {
    for (query, iterations) in [
        ("data=circles&layers=8-8&learning_rate=0.1", 50),
        ("", 100),
        ("data=iris&activation=relu-tanh&layers=6-4", 20),
        (
            "data=sunspots&layers=7-5&cost=squared_error&standardize_targets=true&learning_rate=0.01",
            10,
        ),
        ("data=circles&features=x%5E2;x*y;sin(y)&layers=3", 20),
    ] {
        let run = run(query, iterations);
        let (network, split) = (run.network(), run.split());
        let mut pictures = Neurons::default();
        pictures.update(&run, None);
        let (xs, ys) = pictures.places();
        let mut work = Workspace::default();
        work.fit(network, 1);
        for (row, y) in ys.iter().enumerate() {
            for (column, x) in xs.iter().enumerate() {
                let second = if split.table.inputs.len() > 1 { vec![*y] } else { Vec::new() };
                let inputs = split.inputs_at(&[*x], &second);
                let theta = &run.snapshot().parameters;
                network.forward(theta, &inputs, 1, Dropout::NONE, &mut work);
                let place = row * xs.len() + column;
                let layers = (0..network.layers().len()).map(|layer| work.a(layer));
                for (layer, units) in std::iter::once(&inputs[..]).chain(layers).enumerate() {
                    for (unit, expected) in units.iter().enumerate() {
                        let found = f64::from(pictures.unit(layer, unit)[place]);
                        let error = (found - expected).abs();
                        let near = error <= 1e-5 * expected.abs().max(1.0);
                        assert!(near, "{query} {layer} {unit} at {x}, {y}: {found} {expected}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_unit_has_its_picture_and_lines_end_at_its_edge() {
    let run = run("data=circles&layers=8-8", 3);
    let marks = marks(&run, (460, 320));
    let pictures: Vec<_> = marks.iter().filter(|mark| mark.kind == Kind::Image).collect();
    assert_eq!(pictures.len(), 2 + 8 + 8 + 2);
    let first = marks.iter().position(|mark| mark.kind == Kind::Image).unwrap();
    for line in marks[..first].iter().filter(|mark| mark.kind == Kind::Line) {
        for (x, y) in &line.points {
            let inside = pictures.iter().any(|picture| {
                let [from, to] = picture.points[..] else { panic!("{picture:?}") };
                from.0 + 1 < *x && *x + 1 < to.0 && from.1 + 1 < *y && *y + 1 < to.1
            });
            assert!(!inside, "{line:?}");
        }
    }
    for picture in pictures {
        let [from, to] = picture.points[..] else { panic!("{picture:?}") };
        assert!((to.0 - from.0 - (to.1 - from.1)).abs() <= 1, "a square");
        assert!(f64::from(to.0 - from.0) / svg::UNIT <= 2.4 * 13.0 + 0.2);
    }
}

#[test]
fn with_one_input_a_unit_is_a_curve() {
    let run = run("data=sunspots&layers=4&cost=squared_error&standardize_targets=true", 3);
    let marks = marks(&run, (460, 320));
    assert_eq!(count(&marks, Kind::Image), 0);
    let curves = marks.iter().filter(|mark| mark.kind == Kind::Line && mark.points.len() == 64);
    assert_eq!(curves.count(), 1 + 4 + 1);
}

#[test]
fn where_there_is_no_room_for_pictures_units_are_discs() {
    for (query, size) in [
        ("data=circles&layers=24", (460, 200)),
        ("data=circles&layers=8-8", (460, 80)),
        ("data=circles&layers=64-64", (2000, 2000)),
    ] {
        let run = run(query, 0);
        let units: usize = run.network().sizes().iter().sum();
        let found = marks(&run, size);
        assert_eq!(count(&found, Kind::Image), 0, "{query}");
        assert!(count(&found, Kind::Circle) >= 2 * units, "{query}");
    }
    assert!(unit_maps::suits(run("data=circles&layers=24", 0).network()));
    assert!(!unit_maps::suits(run("data=circles&layers=64-64", 0).network()));
}
