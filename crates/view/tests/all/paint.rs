//! Points painted by hand and curves drawn become data that an address brings again.

use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_core::data::url_codec::{self, LONGEST};
use downhill_core::{Experiment, Run};
use downhill_view::canvas::geometry;
use downhill_view::canvas::geometry::Point;
use downhill_view::canvas::plot::Plot;
use downhill_view::editing::painter::{
    self, APART, Beginning, COLUMNS, EMPTY, Painted, Refused, Tool,
};

const EM: f64 = 13.0;

fn run_of(experiment: &Experiment) -> Run {
    Run::new(experiment).unwrap()
}

fn run(query: &str) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    run_of(&experiment)
}

fn with(data: OwnData) -> Experiment {
    let cost = match data.targets {
        OwnTargets::Values(_) => "cost=squared_error",
        _ => "",
    };
    let (experiment, _) = Experiment::from_query(cost);
    Experiment { data: Data::Own(data), test_fraction: 0.0, ..experiment }
}

/// A picture of 400 by 300 pixels.
fn plot(room: geometry::Bounds) -> Plot {
    Plot { from: (50.0, 10.0), to: (450.0, 310.0), x: room[0], y: room[1] }
}

/// Strokes from place to place.
fn stroke(painted: &mut Painted, tool: Tool, way: &[Point]) {
    let (plot, mut from) = (plot(EMPTY), None);
    for at in way {
        from = Some(painted.stroke(tool, &plot, EM, from, *at));
    }
}

fn names(data: &OwnData) -> Vec<&str> {
    match &data.targets {
        OwnTargets::Names(names) => names.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The data come out of an address with the same bits, and of what they make of a run.
fn comes_again(data: &OwnData) {
    let again = url_codec::read(&url_codec::write(data).unwrap()).unwrap();
    assert_eq!(again, *data);
    let bits = |of: &OwnData| -> Vec<u64> {
        of.inputs.iter().flatten().map(|number| number.to_bits()).collect()
    };
    assert_eq!(bits(&again), bits(data));
    let experiment = with(data.clone());
    let (from, errors) = Experiment::from_query(&experiment.to_query().unwrap());
    assert_eq!((errors.len(), &from), (0, &experiment));
    let (a, b) = (run_of(&experiment), run_of(&from));
    assert_eq!(a.snapshot().gradient, b.snapshot().gradient);
}

#[test]
fn a_click_puts_a_point_and_a_stroke_puts_them_apart() {
    let mut painted = Painted::empty(false, EMPTY);
    assert_eq!((painted.count(), painted.sizes()), (2, (2, 2)));
    stroke(&mut painted, Tool::Put(0), &[(150.0, 85.0)]);
    let data = painted.data();
    assert_eq!(names(&data), ["A", "A", "B"]);
    assert_eq!(data.inputs[1], [-0.5, 0.5]);
    // In one stretch or in many, along the way there is a point every 0.6 em.
    for stretches in [1, 7, 200] {
        let mut painted = Painted::empty(false, EMPTY);
        let way: Vec<Point> = (0..=stretches)
            .map(|index| (100.0 + 300.0 * f64::from(index) / f64::from(stretches), 200.0))
            .collect();
        stroke(&mut painted, Tool::Put(1), &way);
        let expected = 2 + 1 + (300.0 / (APART * EM)) as usize;
        assert_eq!(painted.count(), expected, "{stretches}");
        comes_again(&painted.data());
    }
    // Beside the axes there is nothing to paint on, and what is there is not painted twice.
    let before = painted.clone();
    stroke(&mut painted, Tool::Put(0), &[(20.0, 85.0), (20.0, 330.0), (460.0, 330.0)]);
    stroke(&mut painted, Tool::Put(0), &[(150.0, 85.0)]);
    assert_eq!(painted, before);
}

#[test]
fn classes_keep_their_numbers_and_their_last_points() {
    let mut painted = Painted::empty(false, EMPTY);
    stroke(&mut painted, Tool::Put(2), &[(300.0, 100.0)]);
    assert_eq!(painted.sizes(), (2, 3));
    stroke(&mut painted, Tool::Put(0), &[(60.0, 20.0)]);
    assert_eq!(names(&painted.data()), ["A", "A", "B", "C"]);
    comes_again(&painted.data());
    let everything = [(50.0, 10.0), (450.0, 10.0)];
    let rows = |y: f64| everything.map(|(x, _)| (x, y));
    for y in (0..40).map(|row| 10.0 * f64::from(row)) {
        stroke(&mut painted, Tool::Erase, &rows(y));
    }
    assert_eq!(names(&painted.data()), ["A", "B"], "the third class is gone, the others stay");
    assert_eq!(painted.refused, Some(Refused::Last));
    // Points that are numbered as they appear would swap the classes here.
    stroke(&mut painted, Tool::Put(1), &[(60.0, 20.0)]);
    assert_eq!(names(&painted.data()), ["A", "B", "B"]);
    painted.erase_nearest(&plot(EMPTY), (61.0, 30.0));
    assert_eq!(names(&painted.data()), ["A", "B"]);
    run_of(&with(painted.data()));
}

#[test]
fn what_is_there_stays_if_it_can() {
    for (query, beginning, count) in [
        ("", Beginning::Kept, 342),
        ("data=moons", Beginning::Rounded, 200),
        ("data=playground_spirals&samples=1000", Beginning::Empty, 2),
        ("data=iris", Beginning::Empty, 3),
        ("data=nebulae&cost=squared_error", Beginning::Kept, 24),
        ("data=sunspots&cost=squared_error", Beginning::Kept, 309),
        ("target=sin(x)&cost=squared_error", Beginning::Rounded, 200),
        ("target=x-y&samples=100", Beginning::Rounded, 100),
    ] {
        let run = run(query);
        let room = painter::room(&run);
        assert!(painter::holds(&room, &run), "{query}");
        let (painted, found) = Painted::of(&run, room);
        println!("{query}: {}", url_codec::write(&painted.data()).unwrap().len());
        assert_eq!((found, painted.count()), (beginning, count), "{query}");
        comes_again(&painted.data());
        if beginning != Beginning::Empty {
            let table = &run.split().table;
            assert_eq!(painted.data().table().unwrap().targets.outputs(), table.targets.outputs());
        }
        // The next stroke begins with the same points.
        let again = run_of(&with(painted.data()));
        assert_eq!(Painted::of(&again, room), (painted, Beginning::Kept), "{query}");
    }
    let iris = Painted::of(&run("data=iris"), EMPTY).0.data();
    assert_eq!(names(&iris), ["setosa", "versicolor", "virginica"], "the classes stay");
    let penguins = Painted::of(&run(""), EMPTY).0.data();
    let mut classes = names(&penguins);
    classes.dedup();
    assert_eq!(classes, ["Adelie", "Chinstrap", "Gentoo"]);
    assert_eq!(penguins.names, ["bill length", "bill depth"]);
}

#[test]
fn a_full_address_takes_no_more_and_loses_nothing() {
    let mut painted = Painted::empty(false, EMPTY);
    let mut last = painted.clone();
    for row in 0.. {
        let way = [(51.0, 300.0 - 9.0 * f64::from(row)), (449.0, 300.0 - 9.0 * f64::from(row))];
        stroke(&mut painted, Tool::Put(row as usize % 2), &way);
        if painted.refused.is_some() {
            break;
        }
        last = painted.clone();
    }
    assert_eq!(painted.refused, Some(Refused::Full));
    println!("{} points", painted.count());
    assert!(painted.count() >= last.count() && painted.count() > 350, "{}", painted.count());
    assert!(url_codec::write(&painted.data()).unwrap().len() <= LONGEST);
    comes_again(&painted.data());
}

#[test]
fn a_curve_has_a_value_in_each_column_that_the_hand_passed() {
    let mut painted = Painted::empty(true, EMPTY);
    assert!(painted.is_curve() && painted.count() == 1);
    // From the right to the left, in three jumps.
    let wave = |x: f64| 160.0 + 100.0 * ((x - 50.0) / 60.0).sin();
    let way: Vec<Point> =
        (0..=100).map(|i| 450.0 - 4.0 * f64::from(i)).map(|x| (x, wave(x))).collect();
    stroke(&mut painted, Tool::Put(0), &way);
    assert_eq!(painted.count(), COLUMNS + 1);
    let data = painted.data();
    assert!(data.inputs.is_sorted_by(|a, b| a[0] < b[0]));
    let OwnTargets::Values(values) = &data.targets else { panic!("values") };
    for (x, y) in data.inputs.iter().zip(values) {
        let (across, up) = plot(EMPTY).at(x[0], y[0]);
        // Somewhere in the column the hand was there.
        let near = (-4..=4).map(|by| wave(across + f64::from(by)) - up);
        assert!(
            near.clone().any(|far| far >= -1.5) && near.clone().any(|far| far <= 1.5),
            "{across}: {up}"
        );
    }
    comes_again(&data);
    // A second stroke takes the place of what it passes over, a jump is a straight line.
    stroke(&mut painted, Tool::Put(0), &[(150.0, 60.0), (350.0, 260.0)]);
    assert_eq!(painted.count(), COLUMNS + 1);
    let OwnTargets::Values(values) = painted.data().targets else { panic!("values") };
    for (x, y) in painted.data().inputs.iter().zip(values) {
        let at = plot(EMPTY).at(x[0], y[0]);
        if (155.0..345.0).contains(&at.0) {
            assert!((at.1 - (at.0 - 90.0)).abs() < 3.0, "{at:?}");
        }
    }
    // Up and down at one place: the last height holds.
    stroke(&mut painted, Tool::Put(0), &[(250.0, 60.0), (250.0, 200.0), (250.0, 110.0)]);
    assert_eq!(painted.count(), COLUMNS + 1);
    let OwnTargets::Values(values) = painted.data().targets else { panic!("values") };
    assert_eq!(values[COLUMNS / 2][0], 0.33);
    for y in (0..30).map(|row| 10.0 + 10.0 * f64::from(row)) {
        stroke(&mut painted, Tool::Erase, &[(50.0, y), (450.0, y)]);
    }
    assert_eq!((painted.count(), painted.refused), (1, Some(Refused::Last)));
    comes_again(&painted.data());
}

#[test]
fn a_drawn_curve_is_learned() {
    let mut painted = Painted::empty(true, EMPTY);
    let way: Vec<Point> = (0..=100)
        .map(|i| 50.0 + 4.0 * f64::from(i))
        .map(|x| (x, 160.0 + 120.0 * ((x - 250.0) / 90.0).sin()))
        .collect();
    stroke(&mut painted, Tool::Put(0), &way);
    let mut run = run_of(&Experiment { standardize_targets: true, ..with(painted.data()) });
    let before = run.snapshot().train.r_squared;
    for _ in 0..1500 {
        assert!(run.step());
    }
    let after = run.snapshot().train.r_squared;
    assert!(before < 0.9 && after > 0.99, "{before} {after}");
}

#[test]
fn points_on_a_line_have_room_around_them() {
    let own = OwnData {
        inputs: vec![vec![0.0, 2.0], vec![1.0, 2.0]],
        targets: OwnTargets::Names(vec!["A".into(), "B".into()]),
        names: vec!["x 1".into(), "x 2".into()],
    };
    let [x, y] = painter::room(&run_of(&with(own)));
    assert!(x.0 < 0.0 && x.1 > 1.0 && y.0 < 2.0 && y.1 > 2.0, "{x:?} {y:?}");
}
