//! What is told of a point is what the run says.

use crate::support::{EM, SIZE, run};
use downhill_core::Run;
use downhill_core::network::{Batch, Workspace};
use downhill_view::network::diagram::layout::Layout;
use downhill_view::network::pictures::Pictures;
use downhill_view::network::samples::place;
use downhill_view::network::tooltip::{Picture, Tooltip};
use downhill_view::options::show::{Chart, Show, View};
use downhill_view::svg;
use downhill_view::text::native::ENGLISH;

/// A run's pictures, and one of them as it is drawn.
fn pictures(run: &Run, show: &Show, view: View) -> (Pictures, Picture) {
    let mut pictures = Pictures::default();
    pictures.update(run, show, &[view]);
    let plot = svg::draw(run, show, view, SIZE, EM, ENGLISH).plot;
    let size = (f64::from(SIZE.0), f64::from(SIZE.1));
    (pictures, Picture { plot, size, em: EM })
}

fn values(told: &Tooltip) -> Vec<f64> {
    told.rows.iter().filter_map(|row| row.value).collect()
}

fn name(told: &Tooltip, row: usize) -> String {
    told.rows[row].name.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn a_weight_is_told_with_its_gradient_and_both_moves() {
    for query in ["", "batch_size=10&optimizer=adam", "layers=4-3"] {
        let (before, now) = (run(query, 6), run(query, 7));
        let show = Show::default();
        let (pictures, picture) = pictures(&now, &show, View::Diagram);
        let layout = Layout::new(now.network(), picture.size, EM);
        let snapshot = now.snapshot();
        let mut reached = 0;
        for index in 0..now.network().parameters() {
            let mark = layout.mark(now.network().parameter(index));
            // Where lines cross, another one may be as near.
            if layout.pick(mark) != Some(index) || layout.pick_unit(mark).is_some() {
                continue;
            }
            reached += 1;
            let told =
                pictures.probe(View::Diagram, &now, &show, &picture, Some(mark), ENGLISH).unwrap();
            assert_eq!(told.title, ENGLISH.parameter(&now, index));
            assert_eq!(told.mark, mark);
            let at = snapshot.parameters[index];
            let last = at - before.snapshot().parameters[index];
            let next = snapshot.next[index] - at;
            assert_eq!(
                values(&told),
                [at, snapshot.gradient[index], last, next],
                "{query} {index}"
            );
        }
        assert!(2 * reached > now.network().parameters(), "{query}: {reached}");
        // Without a point, of the selected one; before the first step there was no move.
        let start = run(query, 0);
        let told = pictures.probe(View::Diagram, &start, &show, &picture, None, ENGLISH).unwrap();
        assert_eq!(told.title, ENGLISH.parameter(&start, show.weight));
        assert_eq!(told.rows.len(), 3);
        let far = Some((0.0, 0.0));
        assert_eq!(pictures.probe(View::Diagram, &now, &show, &picture, far, ENGLISH), None);
    }
}

#[test]
fn a_unit_is_told_over_the_step_or_for_one_sample() {
    let run = run("layers=3-2&activation=tanh-relu&dropout=0.2", 5);
    let batch = run.coming();
    let mut work = Workspace::default();
    work.fit(run.network(), batch.n);
    let none = downhill_core::network::Dropout::NONE;
    run.network().forward(&run.snapshot().parameters, &batch.inputs, batch.n, none, &mut work);
    for (layer, unit) in [(0, 1), (1, 2), (2, 0), (3, 1)] {
        let all = if layer == 0 { &batch.inputs[..] } else { work.a(layer - 1) };
        let all = &all[unit * batch.n..(unit + 1) * batch.n];
        for sample in [None, Some(4), Some(100_000)] {
            let show = Show { sample, ..Show::default() };
            let (pictures, picture) = pictures(&run, &show, View::Diagram);
            let layout = Layout::new(run.network(), picture.size, EM);
            let at = layout.unit(layer, unit);
            assert_eq!(layout.pick_unit(at), Some((layer, unit)));
            let told =
                pictures.probe(View::Diagram, &run, &show, &picture, Some(at), ENGLISH).unwrap();
            assert!(told.title.starts_with(&ENGLISH.unit(&run, layer, unit)), "{}", told.title);
            match sample {
                Some(sample) => assert_eq!(values(&told), [all[sample.min(batch.n) - 1]]),
                None => {
                    let [low, mean, high] = values(&told)[..] else { panic!("{told:?}") };
                    assert_eq!(low, all.iter().copied().fold(f64::INFINITY, f64::min));
                    assert_eq!(high, all.iter().copied().fold(f64::NEG_INFINITY, f64::max));
                    assert!((mean - all.iter().sum::<f64>() / batch.n as f64).abs() < 1e-12);
                }
            }
            let activation = told.rows.last().filter(|_| layer > 0).map(|row| row.text.as_str());
            assert_eq!(activation, [None, Some("tanh"), Some("relu"), Some("identity")][layer]);
        }
    }
}

#[test]
fn shares_are_those_of_the_networks_answers_and_probabilities_where_they_are() {
    for (query, title) in [
        ("", "probe_probabilities"),
        ("cost=squared_error&output_activation=sigmoid", "probe_shares"),
        ("data=moons&cost=binary_cross_entropy", "probe_probabilities"),
        ("data=circles&cost=hinge", "probe_shares"),
    ] {
        let run = run(query, 40);
        let show = Show::default();
        let (pictures, picture) = pictures(&run, &show, View::Boundary);
        let plot = picture.plot.unwrap();
        let mut places = 0;
        for at in [(0.1, 0.1), (0.5, 0.6), (0.95, 0.4), (0.3, 0.98)] {
            let at = (
                plot.from.0 + at.0 * (plot.to.0 - plot.from.0),
                plot.from.1 + at.1 * (plot.to.1 - plot.from.1),
            );
            let told =
                pictures.probe(View::Boundary, &run, &show, &picture, Some(at), ENGLISH).unwrap();
            if told.title != ENGLISH.get(title) {
                continue;
            }
            places += 1;
            let (x, y) = plot.values_at(at);
            let inputs = run.split().inputs_at(&[x], &[y]);
            let mut shares = Vec::new();
            let (network, theta) = (run.network(), &run.snapshot().parameters);
            network.answers(theta, &inputs, 1, &mut shares, &mut Workspace::default());
            (run.settings().cost.shares)(&mut shares);
            assert_eq!(values(&told), [&[x, y], &shares[..]].concat(), "{query}");
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!(name(&told, 2).contains(&run.split().table.targets.names()[0]));
        }
        assert!(places > 0, "{query}: a sample is everywhere");
    }
}

#[test]
fn the_losses_of_the_samples_average_to_that_of_the_step_without_its_penalty() {
    for query in ["l2=0.01", "data=sunspots&cost=squared_error&layers=6", "data=iris&cost=hinge"] {
        let run = run(query, 20);
        let show = Show::default();
        let (pictures, picture) = pictures(&run, &show, View::Boundary);
        let (plot, split) = (picture.plot.unwrap(), run.split());
        // Samples at one place are told as one: a row's own loss is that of the first there.
        let (mut sum, mut told_of) = (0.0, 0);
        for (place_of, row) in split.train_rows.iter().enumerate() {
            let (x, y) = place(split, *row);
            let at = Some(plot.at(x, y));
            let told = pictures.probe(View::Boundary, &run, &show, &picture, at, ENGLISH).unwrap();
            let one = [place_of];
            let mut batch = downhill_core::network::Batch::default();
            batch.gather(&split.train, &one);
            let (network, theta) = (run.network(), &run.snapshot().parameters);
            let alone = network.loss(theta, run.settings().cost, &batch, &mut Workspace::default());
            if told.title == ENGLISH.fill("probe_row", &[("row", &(row + 1).to_string())]) {
                assert_eq!(told.rows.last().unwrap().value, Some(alone), "{query} {row}");
                told_of += 1;
            }
            sum += alone;
        }
        assert!(2 * told_of > split.train_rows.len(), "{query}: {told_of}");
        let at = run.snapshot();
        assert!(run.sees_all());
        let mean = sum / split.train.n as f64;
        let expected = at.batch_loss - at.penalty;
        assert!((mean - expected).abs() <= 1e-12 * expected, "{query}: {mean} {expected}");
    }
}

#[test]
fn a_value_is_told_where_it_is_measured_and_where_it_is_not() {
    let run = run("data=sunspots&cost=squared_error&layers=6&standardize_targets=true", 30);
    let show = Show::default();
    let (pictures, picture) = pictures(&run, &show, View::Boundary);
    let (plot, split) = (picture.plot.unwrap(), run.split());
    let answer = |x: f64| {
        let (mut outputs, network) = (Vec::new(), run.network());
        let inputs = split.inputs_at(&[x], &[]);
        let theta = &run.snapshot().parameters;
        network.answers(theta, &inputs, 1, &mut outputs, &mut Workspace::default());
        split.value(0, outputs[0])
    };
    let told =
        |at| pictures.probe(View::Boundary, &run, &show, &picture, Some(at), ENGLISH).unwrap();
    // High above all points.
    let at = (plot.middle().0, plot.from.1);
    let here = told(at);
    let x = plot.values_at(at).0;
    assert_eq!(here.title, ENGLISH.get("probe_here"));
    assert_eq!(values(&here), [x, answer(x)]);
    assert_eq!(here.mark, plot.held(plot.at(x, answer(x))), "the ring is on the curve");
    let row = split.test_rows[3];
    let (x, y) = place(split, row);
    let there = told(plot.at(x, y));
    assert_eq!(there.title, ENGLISH.fill("probe_row_test", &[("row", &(row + 1).to_string())]));
    let [measured, found, error, _] = values(&there)[..] else { panic!("{there:?}") };
    assert_eq!((measured, found, error), (y, answer(x), answer(x) - y));
}

#[test]
fn a_chart_is_told_at_the_nearest_moment() {
    let run = run("batch_size=100&l2=0.001&schedule=exponential:0.99&edits=10:batch_size:50", 30);
    for chart in [Chart::Loss, Chart::LogLoss] {
        let show = Show { chart, ..Show::default() };
        let (pictures, picture) = pictures(&run, &show, View::Chart);
        let plot = picture.plot.unwrap();
        for (iteration, point) in run.history().points().iter().enumerate() {
            let x = plot.at(iteration as f64 + 0.3, 0.0).0;
            let at = Some((x, plot.middle().1));
            let told = pictures.probe(View::Chart, &run, &show, &picture, at, ENGLISH).unwrap();
            let epoch = self::run("batch_size=100&edits=10:batch_size:50", iteration as u32);
            let epoch = f64::from(epoch.snapshot().epoch);
            let expected = [epoch, point.train, point.test, point.penalty, point.learning_rate];
            assert_eq!(values(&told), expected, "iteration {iteration}");
            assert!(
                told.upright.is_some() && told.title.ends_with(&iteration.to_string()),
                "{told:?}"
            );
        }
        let start = pictures.probe(View::Chart, &run, &show, &picture, None, ENGLISH).unwrap();
        assert!(start.title.ends_with("30"), "the keyboard begins at now: {}", start.title);
        let beside = Some((plot.from.0 - 2.0 * EM, plot.middle().1));
        assert_eq!(pictures.probe(View::Chart, &run, &show, &picture, beside, ENGLISH), None);
    }
    let show = Show { chart: Chart::Gradients, ..Show::default() };
    let (pictures, picture) = pictures(&run, &show, View::Chart);
    let told = pictures.probe(View::Chart, &run, &show, &picture, None, ENGLISH).unwrap();
    let norms: Vec<f64> = run.gradient_norms().collect();
    assert_eq!(values(&told)[1..], norms[..]);
}

#[test]
fn bars_and_cells_are_told_with_their_counts() {
    let run = run("layers=8-8", 50);
    let show = Show { chart: Chart::Weights, ..Show::default() };
    let (bars, picture) = pictures(&run, &show, View::Chart);
    let plot = picture.plot.unwrap();
    let told = |pictures: &Pictures, show: &Show, picture: &Picture, at| {
        pictures.probe(View::Chart, &run, show, picture, Some(at), ENGLISH).unwrap()
    };
    let wide = (plot.to.0 - plot.from.0) / 24.0;
    let count = |bar: u32| {
        let at = (plot.from.0 + wide * (f64::from(bar) + 0.5), plot.middle().1);
        values(&told(&bars, &show, &picture, at))[0]
    };
    let weights: usize = run.network().layers().iter().map(|layer| layer.weights.len()).sum();
    assert_eq!((0..24).map(count).sum::<f64>(), weights as f64);

    let show = Show { chart: Chart::Answers, ..Show::default() };
    let (table, picture) = pictures(&run, &show, View::Chart);
    let mut counts = std::collections::BTreeMap::new();
    for x in 0..12 {
        for y in 0..10 {
            let at = (130.0 + 27.0 * f64::from(x), 50.0 + 26.0 * f64::from(y));
            let told = told(&table, &show, &picture, at);
            let cell = (told.rows[0].text.clone(), told.rows[1].text.clone());
            counts.insert(cell, values(&told)[0]);
        }
    }
    assert_eq!(counts.len(), 9);
    assert_eq!(counts.values().sum::<f64>(), run.split().test.n as f64);
    let right = counts.iter().filter(|((expected, answered), _)| expected == answered);
    let right: f64 = right.map(|(_, count)| count).sum();
    assert!((right / run.split().test.n as f64 - run.snapshot().test.accuracy).abs() < 1e-12);
}

#[test]
fn map_and_curve_are_told_with_the_losses_that_they_show() {
    let run = run("batch_size=30", 12);
    let show = Show::default();
    let loss = |changes: &[(usize, f64)]| {
        let mut theta = run.snapshot().parameters.clone();
        changes.iter().for_each(|(index, value)| theta[*index] = *value);
        run.objective().loss(&theta, &mut Workspace::default())
    };
    let (curve, picture) = pictures(&run, &show, View::Curve);
    let plot = picture.plot.unwrap();
    let at = (plot.middle().0 + 40.0, plot.middle().1);
    let told = curve.probe(View::Curve, &run, &show, &picture, Some(at), ENGLISH).unwrap();
    let [value, batch, _] = values(&told)[..] else { panic!("{told:?}") };
    assert_eq!((value, batch), (plot.values_at(at).0, loss(&[(show.weight, value)])));

    let (map, picture) = pictures(&run, &show, View::Map);
    let plot = picture.plot.unwrap();
    let here = map.probe(View::Map, &run, &show, &picture, None, ENGLISH).unwrap();
    let [x, y, height] = values(&here)[..] else { panic!("{here:?}") };
    let at = [show.weight, show.second_weight].map(|index| run.snapshot().parameters[index]);
    assert!((x - at[0]).abs() < 1e-9 && (y - at[1]).abs() < 1e-9, "{here:?}");
    assert!((height - run.snapshot().batch_loss).abs() < 1e-6);
    let away = (plot.middle().0 + 30.0, plot.middle().1 - 30.0);
    let told = map.probe(View::Map, &run, &show, &picture, Some(away), ENGLISH).unwrap();
    let [x, y, height] = values(&told)[..] else { panic!("{told:?}") };
    let truth = loss(&[(show.weight, x), (show.second_weight, y)]);
    assert!((height - truth).abs() < 0.05 * truth, "{height} {truth}");
    assert!(told.rows[2].text.starts_with('≈'));
}

#[test]
fn a_sample_s_mark_is_as_large_as_its_error() {
    let (run, show) = (run("seed=2", 30), Show { errors: true, ..Show::default() });
    let mut pictures = Pictures::default();
    pictures.update(&run, &Show::default(), &[View::Boundary]);
    assert_eq!((pictures.errors.largest(), pictures.errors.size(0)), (None, None));
    pictures.update(&run, &show, &[View::Boundary]);
    let (split, theta) = (run.split(), &run.snapshot().parameters);
    let (mut one, mut work) = (Batch::default(), Workspace::default());
    let mut losses = Vec::new();
    for (batch, place) in (0..split.train.n)
        .map(|place| (&split.train, place))
        .chain((0..split.test.n).map(|place| (&split.test, place)))
    {
        one.gather(batch, &[place]);
        losses.push(run.network().loss(theta, run.settings().cost, &one, &mut work));
    }
    let largest = losses.iter().copied().fold(0.0, f64::max);
    assert_eq!(pictures.errors.largest(), Some(largest));
    // The mean of the training samples' is the loss that the run tells.
    let mean = losses[..split.train.n].iter().sum::<f64>() / split.train.n as f64;
    assert!((mean - run.snapshot().train.loss).abs() < 1e-12);
    for (sample, loss) in losses.iter().enumerate() {
        let expected = 0.4 + 1.8 * (loss / largest).sqrt();
        let size = pictures.errors.size(sample).unwrap();
        assert!((size - expected).abs() < 1e-12, "{sample}: {size} {expected}");
    }
    assert_eq!(pictures.errors.size(losses.len()), None);
}
