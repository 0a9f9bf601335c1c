//! The measures, against numbers worked out elsewhere.

use downhill_core::network::metrics::{Confusion, accuracy, largest, r_squared, rmse};

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
}

/// Wikipedia, *Confusion matrix*: 12 pictures, 8 of cats (0) and 4 of dogs (1).
#[test]
fn two_classes() {
    let expected = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
    let answered = [1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
    let confusion = Confusion::new(2, &expected, &answered);
    assert!(confusion.rows().eq([[6, 2], [1, 3]]));
    assert_eq!((confusion.classes(), confusion.count(0, 1), confusion.count(1, 0)), (2, 2, 1));
    close(confusion.accuracy(), 9.0 / 12.0);
    close(confusion.precision(0), 6.0 / 7.0);
    close(confusion.recall(0), 6.0 / 8.0);
    close(confusion.f1(0), 0.8);
    close(confusion.precision(1), 3.0 / 5.0);
    close(confusion.recall(1), 3.0 / 4.0);
    close(confusion.f1(1), 2.0 / 3.0);
}

/// The example of `classification_report` in scikit-learn's manual.
#[test]
fn three_classes_one_of_which_is_never_right() {
    let confusion = Confusion::new(3, &[0, 1, 2, 2, 2], &[0, 0, 2, 2, 1]);
    assert!(confusion.rows().eq([[1, 0, 0], [1, 0, 0], [0, 1, 2]]));
    for (class, [precision, recall, f1]) in
        [[0.5, 1.0, 2.0 / 3.0], [0.0, 0.0, 0.0], [1.0, 2.0 / 3.0, 0.8]].into_iter().enumerate()
    {
        close(confusion.precision(class), precision);
        close(confusion.recall(class), recall);
        close(confusion.f1(class), f1);
    }
    close(confusion.accuracy(), 0.6);
}

#[test]
fn what_is_undefined_is_0() {
    // Class 1 is neither expected nor answered.
    let confusion = Confusion::new(2, &[0, 0], &[0, 0]);
    assert_eq!([confusion.precision(1), confusion.recall(1), confusion.f1(1)], [0.0; 3]);
    assert_eq!([confusion.precision(0), confusion.recall(0), confusion.f1(0)], [1.0; 3]);
    let none = Confusion::of_outputs(&[], &[], 0);
    assert_eq!((none.classes(), none.rows().count()), (0, 0));
    assert!(none.accuracy().is_nan() && accuracy(&[], &[], 0).is_nan());
    assert!(rmse(&[], &[]).is_nan() && r_squared(&[], &[], 0).is_nan());
}

#[test]
fn the_largest_output_is_the_answer_and_the_first_of_equals() {
    // [output][sample] of four samples; the last has no answer but the first.
    let outputs = [0.1, 0.5, -3.0, f64::NAN, 0.7, 0.5, -1.0, f64::NAN, 0.2, 0.1, -2.0, 4.0];
    let targets = [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0];
    assert_eq!(largest(&outputs, 4), [1, 0, 1, 0]);
    assert_eq!(largest(&targets, 4), [1, 0, 2, 0]);
    close(accuracy(&outputs, &targets, 4), 0.75);
    let confusion = Confusion::of_outputs(&outputs, &targets, 4);
    assert!(confusion.rows().eq([[2, 0, 0], [0, 1, 0], [0, 1, 0]]));
    close(confusion.accuracy(), 0.75);
}

/// The examples of `r2_score` and `mean_squared_error` in scikit-learn's manual.
#[test]
fn errors_of_values() {
    let (targets, outputs) = ([3.0, -0.5, 2.0, 7.0], [2.5, 0.0, 2.0, 8.0]);
    close(rmse(&outputs, &targets), 0.375f64.sqrt());
    assert!((r_squared(&outputs, &targets, 4) - 0.948_608_137_044_967_9).abs() < 1e-12);

    // Two outputs of three samples: the mean of 0.96543… and 0.90816….
    let (targets, outputs) = ([0.5, -1.0, 7.0, 1.0, 1.0, -6.0], [0.0, -1.0, 8.0, 2.0, 2.0, -5.0]);
    assert!((r_squared(&outputs, &targets, 3) - 0.936_800_526_662_277_8).abs() < 1e-12);
    close(rmse(&outputs, &targets), (4.25f64 / 6.0).sqrt());

    close(r_squared(&[2.0, 2.0, 2.0], &[1.0, 2.0, 3.0], 3), 0.0);
    close(r_squared(&[3.0, 2.0, 1.0], &[1.0, 2.0, 3.0], 3), -3.0);
    close(r_squared(&[0.1, 0.1, 0.1], &[0.1, 0.1, 0.1], 3), 1.0);
    close(r_squared(&[0.1, 0.1, 0.2], &[0.1, 0.1, 0.1], 3), 0.0);
    assert!(r_squared(&[1.0, 1.0], &[1e200, 1e200], 2).is_nan());
}

#[test]
fn of_one_sample_r_squared_is_undefined() {
    for (output, target) in [
        (0.0, 0.0),
        (1.0, 1.0),
        (1.0, 0.0),
        (0.0, 1.0),
        (-3.0, -3.0),
        (-3.0, 3.0),
        (1e-300, 0.0),
        (1e9, 1e9),
        (1e9, 1.0),
        (0.1, 0.2),
        (f64::NAN, 1.0),
        (1.0, 1e200),
    ] {
        assert!(r_squared(&[output], &[target], 1).is_nan(), "{output} {target}");
        assert!(r_squared(&[output; 3], &[target; 3], 1).is_nan(), "three outputs");
    }
}
