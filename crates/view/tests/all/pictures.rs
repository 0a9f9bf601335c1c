//! What is drawn is what the run says.

use crate::support::{EM, SIZE, run};
use downhill_core::Run;
use downhill_core::analysis::loss_plane;
use downhill_core::analysis::loss_slice::Slicer;
use downhill_core::network::Workspace;
use downhill_core::run::snapshot::Status;
use downhill_view::canvas::record::{Kind, Mark};
use downhill_view::canvas::theme::{LIGHT, THEMES};
use downhill_view::network::chart::Charts;
use downhill_view::network::loss_plane::Plane;
use downhill_view::network::summary;
use downhill_view::options::show::{Show, View};
use downhill_view::svg::{self, Drawing, UNIT};
use downhill_view::text::native::ENGLISH;

fn draw(run: &Run, show: &Show, view: View) -> Drawing {
    svg::draw(run, show, view, SIZE, EM, ENGLISH)
}

/// A mark's points in CSS pixels.
fn points(mark: &Mark) -> Vec<(f64, f64)> {
    mark.points.iter().map(|(x, y)| (f64::from(*x) / UNIT, f64::from(*y) / UNIT)).collect()
}

fn lines<'a>(drawing: &'a Drawing, sign: &'a str) -> impl Iterator<Item = Vec<(f64, f64)>> + 'a {
    drawing
        .marks
        .iter()
        .filter(move |mark| mark.kind == Kind::Line && LIGHT.name_of(mark.colour) == Some(sign))
        .map(points)
}

/// (f(x + h) − f(x − h))/2h of the loss of the coming step's samples.
fn central_difference(run: &Run, weight: usize) -> f64 {
    let loss = |offset: f64| {
        let mut theta = run.snapshot().parameters.clone();
        theta[weight] += offset;
        run.objective().loss(&theta, &mut Workspace::default())
    };
    let h = 1e-5;
    (loss(h) - loss(-h)) / (2.0 * h)
}

#[test]
fn the_tangent_is_the_gradient_is_the_difference_for_every_weight() {
    for query in ["", "batch_size=10"] {
        for iterations in [0, 1, 50, 1000] {
            let run = run(query, iterations);
            let gradient = &run.snapshot().gradient;
            let largest = gradient.iter().fold(0.0f64, |largest, g| largest.max(g.abs()));
            for (weight, &slope) in gradient.iter().enumerate() {
                let place = format!("{query} iteration {iterations} weight {weight}");
                let error = (slope - central_difference(&run, weight)).abs();
                assert!(error <= 1e-4 * slope.abs().max(1e-3 * largest), "{place}: {error:e}");

                let show = Show { weight, second_weight: (weight + 1) % 33, ..Show::default() };
                let drawing = draw(&run, &show, View::Curve);
                let tangents: Vec<_> = lines(&drawing, "slope").collect();
                assert_eq!(tangents.len(), 1, "{place}");
                let [a, b] = tangents[0][..] else { panic!("{place}: not one stroke") };
                let plot = drawing.plot.unwrap();
                let value = run.snapshot().parameters[weight];
                for end in [a, b] {
                    let x = plot.values_at(end).0;
                    let expected = plot.at(x, run.snapshot().batch_loss + slope * (x - value));
                    assert!((end.1 - expected.1).abs() < 1.0, "{place}: {end:?} {expected:?}");
                }
                assert!((b.0 - a.0).hypot(b.1 - a.1) > 30.0, "{place}: too short to see");
            }
        }
    }
}

#[test]
fn the_surface_passes_through_the_ball_after_every_step() {
    for query in ["", "batch_size=10", "layers=4-3&activation=relu&seed=3"] {
        let mut run = run(query, 0);
        let (mut plane, mut slicer) = (Plane::default(), Slicer::default());
        for iteration in 0..200 {
            let last = run.network().parameters() - 1;
            plane.update(
                &run,
                None,
                (loss_plane::Kind::Weights, (iteration % last, last)),
                &mut slicer,
            );
            let at_ball = plane.land.grid().between(plane.land.at.0, plane.land.at.1).unwrap();
            let loss = run.snapshot().batch_loss;
            assert!((at_ball - loss).abs() <= 1e-12 * loss.max(1.0), "{query} {iteration}");
            if run.sees_all() {
                assert_eq!(loss.to_bits(), run.snapshot().train.loss.to_bits());
            }
            assert!(run.step());
        }
    }
}

#[test]
fn the_ball_is_drawn_where_the_weight_and_the_loss_are() {
    let run = run("", 40);
    let show = Show::default();
    for (view, x, y) in [
        (View::Curve, run.snapshot().parameters[show.weight], run.snapshot().batch_loss),
        (
            View::Map,
            run.snapshot().parameters[show.weight],
            run.snapshot().parameters[show.second_weight],
        ),
    ] {
        let drawing = draw(&run, &show, view);
        let expected = drawing.plot.unwrap().at(x, y);
        let ball = |kind: Kind| {
            let its = |mark: &&Mark| mark.kind == kind && mark.colour == LIGHT.ball;
            points(drawing.marks.iter().rfind(its).unwrap())
        };
        // On a curve it stands on its place; on a map it is there.
        let at = match view {
            View::Curve => ball(Kind::Line)[1],
            _ => ball(Kind::Circle)[0],
        };
        assert!((at.0 - expected.0).abs() < 0.1 && (at.1 - expected.1).abs() < 0.1);
    }
}

#[test]
fn the_map_has_equal_scales() {
    let drawing = draw(&run("", 300), &Show::default(), View::Map);
    let (x, y) = drawing.plot.unwrap().per_unit();
    assert!((x / y - 1.0).abs() < 0.01, "{x} {y}");
}

#[test]
fn a_small_batch_has_a_second_curve_and_its_samples_are_marked() {
    let all = run("", 5);
    let some = run("batch_size=10", 5);
    let fainter = |run: &Run| lines(&draw(run, &Show::default(), View::Curve), "muted").count();
    assert!(fainter(&some) > fainter(&all));
    let rings = |run: &Run| {
        let drawing = draw(run, &Show::default(), View::Boundary);
        let step = |mark: &&Mark| mark.kind == Kind::Circle && mark.colour == LIGHT.step;
        drawing.marks.iter().filter(step).count()
    };
    assert_eq!((rings(&all), rings(&some)), (0, 10));
}

#[test]
fn every_penguin_is_drawn_once_and_test_samples_are_hollow() {
    let run = run("", 5);
    let drawing = draw(&run, &Show::default(), View::Boundary);
    let adelie = LIGHT.classes[0];
    let targets = &run.split().table.targets;
    let count = |rows: &[usize]| rows.iter().filter(|row| targets.label(**row) == Some(0)).count();
    let discs = drawing.marks.iter().filter(|mark| {
        mark.kind == Kind::Circle && mark.colour == adelie && mark.size > 2.0 * UNIT
    });
    // A filled disc for training, a ring for test.
    assert_eq!(discs.count(), count(&run.split().train_rows) + count(&run.split().test_rows));
}

#[test]
fn every_view_draws_in_every_theme_at_every_size_and_state() {
    let mut diverged = run("learning_rate=1e6&activation=relu", 0);
    for _ in 0..50 {
        diverged.step();
    }
    let mut runs = vec![
        run("", 0),
        run("batch_size=1&optimizer=momentum", 30),
        run("layers=", 20),
        run("layers=64-1-64", 2),
        run("learning_rate=40", 25),
        run("cost=squared_error", 10),
        // Where the root has no value there is a gap in all pictures.
        run("features=sqrt(x-32);x*y", 5),
    ];
    assert!(matches!(diverged.status(), Status::Diverged { .. }));
    runs.push(diverged);
    for run in &runs {
        for theme in THEMES {
            for (size, em) in [((460, 320), 13.0), ((350, 240), 11.0), ((30, 20), 12.0)] {
                // A network has every view but a function's derivative and a race's heights.
                let of_functions = [View::Derivative, View::Heights];
                for (id, view) in View::ALL.into_iter().filter(|it| !of_functions.contains(&it.1)) {
                    let mut show = Show { theme: Some(theme), ..Show::default() };
                    show.fit(run.network());
                    let drawing = svg::draw(run, &show, view, size, em, ENGLISH);
                    assert!(drawing.svg.starts_with("<svg"), "{id}");
                    assert!(drawing.marks.len() > 1, "{id} {size:?}");
                    // Images are data of letters.
                    let mut attributes = drawing.svg.split('"');
                    assert!(
                        !attributes.any(|it| it.contains("NaN") && !it.starts_with("data:")),
                        "{id}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_text_leaves_its_picture() {
    for (query, iterations) in [("", 0), ("", 60), ("batch_size=10", 900), ("layers=4-4", 30)] {
        let run = run(query, iterations);
        for weight in 0..run.network().parameters() - 1 {
            let show = Show { weight, second_weight: weight + 1, ..Show::default() };
            for (id, view) in View::ALL {
                let drawing = draw(&run, &show, view);
                for mark in drawing.marks.iter().filter(|mark| mark.kind == Kind::Text) {
                    let [from, to] = points(mark)[..] else { panic!("{mark:?}") };
                    let inside = from.0 >= 0.0 && from.1 >= 0.0 && to.0 <= 460.0 && to.1 <= 320.0;
                    assert!(inside, "{query} {id}: {} {from:?} {to:?}", mark.text);
                }
            }
        }
    }
}

#[test]
fn the_same_run_gives_the_same_picture() {
    for (id, view) in View::ALL {
        let picture = || draw(&run("batch_size=10", 77), &Show::default(), view).svg;
        assert_eq!(picture(), picture(), "{id}");
    }
}

#[test]
fn the_border_is_where_the_network_given_the_features_holds_both_classes_equally_likely() {
    for features in ["x;y", "x^2;y^2", "y;sin(3x);x*y"] {
        let run = run(&format!("data=circles&features={features}&layers=4"), 100);
        let drawing = draw(&run, &Show::default(), View::Boundary);
        let plot = drawing.plot.unwrap();
        // Nothing else in this picture is a line in ink.
        let border: Vec<(f64, f64)> =
            lines(&drawing, "ink").flatten().map(|at| plot.values_at(at)).collect();
        assert!(border.len() > 20, "{features}: {}", border.len());
        let (x, y): (Vec<f64>, Vec<f64>) = border.into_iter().unzip();
        let inputs = run.split().inputs_at(&x, &y);
        let (mut answers, n) = (Vec::new(), x.len());
        let theta = &run.snapshot().parameters;
        let mut work = Workspace::default();
        run.network().answers(theta, &inputs, n, &mut answers, &mut work);
        for place in 0..n {
            let lead = answers[place] - answers[n + place];
            assert!(lead.abs() < 0.05, "{features}: {lead} at {}, {}", x[place], y[place]);
        }
    }
}

#[test]
fn every_data_set_s_network_answers_over_the_whole_plane() {
    for data in downhill_core::data::builtin::DATA_SETS {
        let run = run(&format!("data={}", data.id), 2);
        let drawing = draw(&run, &Show::default(), View::Boundary);
        let expected = if data.inputs.len() == 1 { Kind::Line } else { Kind::Image };
        assert!(drawing.marks.iter().any(|mark| mark.kind == expected), "{}", data.id);
    }
}

#[test]
fn without_test_samples_nothing_is_told_of_them() {
    for (query, told) in [("", true), ("test_fraction=0", false)] {
        let numbers = summary::numbers(&run(query, 2), 0, ENGLISH);
        let of_test = numbers.iter().filter(|figure| figure.key.starts_with("test")).count();
        assert_eq!(of_test > 0, told, "{query}");
        assert!(numbers.iter().all(|figure| figure.value.is_finite()), "{query}");
    }
    let note = |query: &str| {
        let pieces = Charts::default().note(&run(query, 2), &Show::default(), ENGLISH);
        pieces.into_iter().map(|piece| piece.text).collect::<String>()
    };
    for query in ["test_fraction=0", "test_fraction=0&l2=0.01"] {
        assert!(!note(query).contains("undefined") && !note(query).contains("test"), "{query}");
    }
}
