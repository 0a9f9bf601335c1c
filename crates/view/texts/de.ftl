## The language itself

language_name = Deutsch
text_direction = ltr
decimal_mark = ,
thousands_mark = .
coordinates_mark = ;
number_undefined = nicht bestimmt
number_infinite = unendlich
language = Sprache
language_hint = Die Sprache, in der hier alles gesagt wird.
language_auto = automatisch
language_failed = Diese Sprache konnte nicht geladen werden. Versuche es noch einmal oder wähle eine andere.

## What lists offer

chart_loss = Verlust
chart_log_loss = Verlust, logarithmisch
chart_gradients = Gradienten
chart_weights = Gewichte
chart_answers = Antworten
chart_hidden_space = verborgener Raum
chart_sharpness = Schärfe
chart_learning_rate = Lernrate
cost_softmax_cross_entropy = Kreuzentropie (Softmax)
cost_squared_error = quadratischer Fehler
cost_half_squared_error = halber quadratischer Fehler
cost_absolute_error = absoluter Fehler
cost_binary_cross_entropy = binäre Kreuzentropie
data_penguins = Pinguine
data_iris = Schwertlilien
data_nebulae = Nebel
data_sunspots = Sonnenflecken
data_petals = Blütenblätter
data_gaussians = Gauß-Wolken
data_circles = Kreise
data_moons = Monde
data_spirals = Spiralen
data_playground_spirals = Spiralen, Playground
data_spirals3 = drei Spiralen
data_checkerboard = Schachbrett
initialization_uniform = gleichverteilt
initialization_zeros = Nullen

## The pictures

loss = Verlust
iteration = Iteration
train = Training
test = Test
validation = Validierung
weight_name = { $from } → { $to }
weight_axis = Gewicht { $name }
weight_frozen = { $name }, eingefroren
bias_name = Bias von { $to }
hidden_unit = Neuron { $number }
hidden_unit_of_layer = Schicht { $layer } Neuron { $number }
axis_with_unit = { $name } ({ $unit })
axis_of = { $variable }: { $name }
slope_mark = Steigung { $slope }
slope_mark_two = Steigungen { $left } und { $right }
slope_mark_none = keine Steigung
slope_two = links { $left }, rechts { $right }
slope_none = keine
step_mark = nächster Schritt
leaves_mark = hier verlässt die Kugel das Bild
step_mark_magnified = nächster Schritt, × { $factor }
square_mark = ein Fehler, quadriert
loss_of_batch = Verlust dieses Schritts (Datenpunkte: { $count })
loss_of_all = Verlust auf allen { $count } Trainingsdaten

## What coloured words stand for

sign_slope = Blau: die Steigung hier oder der Gradient; er zeigt bergauf, und je steiler es ist, desto länger ist sein Pfeil.
sign_ball = Orange: die Kugel; sie ist da, wo man gerade steht.
sign_step = Grün: der nächste Schritt und was dazugehört.
sign_positive = Türkis, durchgezogene Linie: über 0.
sign_negative = Braun, gestrichelte Linie: unter 0.
sign_ghost = Violett, gestrichelt: ein Tipp oder ein verlassener Lauf.
sign_ink = Fett: was getan wird.

## The one sentence

sentence_start = { $start } sind { $accuracy } richtig. Jeder Schritt bewegt alle Gewichte auf den Kosten (dem Verlust: wie falsch das Netz liegt) [step:bergab].
sentence_start_level = { $start } sind { $accuracy } richtig. Die Kosten (wie falsch das Netz liegt) haben hier die [slope:Steigung] [slope:{ $slope }]: Entlang dieses Gewichts ist es eben. Drück auf Abspielen.
sentence_start_values_level = { $start } hat die [ball:Kurve] diese Kosten ({ $cost }): { $loss }. Sie haben hier die [slope:Steigung] [slope:{ $slope }]: Entlang dieses Gewichts ist es eben. Drück auf Abspielen.
start_random = Mit zufälligen Gewichten
start_zeros = Mit allen Gewichten auf 0
start_equal = Mit lauter gleichen Gewichten
start_given = Mit den eingestellten Gewichten
sentence_start_values = { $start } hat die [ball:Kurve] diese Kosten ({ $cost }): { $loss }. Das Training bewegt jedes Gewicht auf ihnen bergab: Dieses hat die [slope:Steigung] [slope:{ $slope }], bergab geht es also { $direction }.
sentence_given = [slope:Backpropagation] gab jedem Gewicht seinen Gradienten, diesem [slope:{ $slope }].
sentence_moved = { " " }Jedes ging gegen ihn: dieses um [step:{ $move }].
sentence_uphill = { " " }Sein Schwung trug es trotzdem bergauf, um [step:{ $move }].
sentence_frozen = { " " }Aber dieses Gewicht ist eingefroren: Kein Schritt bewegt es.
sentence_epoch_begun = Epoche 1: bisher { $seen } von { $count } Datenpunkten gesehen.
sentence_epochs =
    { $n ->
        [one] Epoche 1: alle { $count } Datenpunkte einmal gesehen.
       *[other] Epoche { $epoch }: alle { $count } Datenpunkte { $epoch }-mal gesehen.
    }
sentence_fell = { " " }Die Kosten fielen von { $from } auf { $to }.
sentence_rose = { " " }Die Kosten stiegen von { $from } auf { $to }.
sentence_right = { " " }{ $to } sind richtig, anfangs { $from }.
sentence_worse = [warning:Die Kosten sind höher als am Start:] Die Schritte sind zu lang. Setz zurück und senke dann die Lernrate.
sentence_diverged = [warning:Angehalten] bei Iteration { $iteration }: { $what } ist nicht mehr endlich (größte Krümmung davor: { $curvature }). Setz zurück und senke dann die Lernrate.
sentence_diverged_grew = [warning:Angehalten] bei Iteration { $iteration }: { $what } ist nicht mehr endlich; der Verlust war { $grew } Schritte hintereinander gewachsen (größte Krümmung: { $curvature }). Setz zurück und senke dann die Lernrate.
left = nach links
right = nach rechts
way_none = nirgendwohin, denn es ist eben
quantity_parameter = ein Gewicht
quantity_loss = der Verlust
quantity_gradient = der Gradient

## The one sentence of a ball on a function of x

line_start = Bei [ball:{ $place }] ist die [slope:Steigung] [slope:{ $slope }], bergab geht es also { $direction }. Bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
line_moving = Bei [ball:{ $place }] ist die [slope:Steigung] [slope:{ $slope }], bergab geht es also { $direction }. Bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
line_overshot = Der letzte Schritt ging über den Tiefpunkt hinweg: Bei [ball:{ $place }] ist die [slope:Steigung] jetzt [slope:{ $slope }], bergab geht es also zurück { $direction }. Die Kugel [step:{ $move }].
line_climbed = [warning:Übers Ziel hinaus:] über den Tiefpunkt hinweg und höher als vorher. Bei [ball:{ $place }] ist die [slope:Steigung] [slope:{ $slope }]; bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
line_uphill = Bei [ball:{ $place }] ist die [slope:Steigung] [slope:{ $slope }], bergab geht es also { $direction }; aber ihr Schwung trägt die Kugel bergauf: Sie [step:{ $move }].
line_level = Bei [ball:{ $place }] ist die [slope:Steigung] [slope:0]: Die Kugel ruht { $rests }.
line_level_moving = Bei [ball:{ $place }] ist die [slope:Steigung] so gut wie [slope:0], aber die Kugel ruht nicht: Ihr Schwung trägt sie weiter, und sie [step:{ $move }].
line_left = [warning:Die Kugel hat das Bild verlassen:] Sie ist bei { $place }, dort ist die [slope:Steigung] [slope:{ $slope }]. Setz zurück und probier dann einen anderen Start oder eine kleinere Schrittweite.
move_to = rollt um { $far } { $way }, bis { $next }
move_far = fliegt { $way }, weit aus dem Bild hinaus
move_none = bleibt, wo sie ist
place_far = einer Stelle weit außerhalb des Bildes

## Where the function has no one slope

line_kink = Bei [ball:{ $place }] hat die Kurve einen Knick: Ihre [slope:Steigung] ist links [slope:{ $left }] und rechts [slope:{ $right }], und im Knick selbst gibt es keine.
line_jump = Bei [ball:{ $place }] springt die Kurve, von { $left } links auf { $right } rechts: Dort hat sie keine Steigung.
line_upright = Bei [ball:{ $place }] hat die Kurve keine Steigung: Zu dieser Stelle hin wird sie immer steiler, ohne Ende.
line_oscillating = Bei [ball:{ $place }] hat die Kurve keinen Wert und keine Steigung: Zu dieser Stelle hin steigt und fällt sie immer wieder, ohne Ende, sodass sie keinen Grenzwert hat.
line_shaking = Bei [ball:{ $place }] hat die Kurve keine Steigung: Zu dieser Stelle hin steigt und fällt sie immer wieder, ohne Ende, immer weniger hoch, aber nie sanfter.
plane_oscillating = Bei [ball:{ $place }] hat die Fläche keinen Wert und keinen Gradienten: In { $axis }-Richtung steigt und fällt sie immer wieder, ohne Ende, sodass sie keinen Grenzwert hat.
plane_shaking = Bei [ball:{ $place }] hat die Fläche keinen Gradienten: In { $axis }-Richtung steigt und fällt sie immer wieder, ohne Ende, immer weniger hoch, aber nie sanfter.
plane_kink = Bei [ball:{ $place }] hat die Fläche einen Knick: In { $axis }-Richtung ist ihre [slope:Steigung] auf der einen Seite [slope:{ $left }] und auf der anderen [slope:{ $right }], und im Knick selbst gibt es keinen Gradienten.
plane_jump = Bei [ball:{ $place }] springt die Fläche in { $axis }-Richtung, von { $left } auf { $right }: Dort hat sie keinen Gradienten.
plane_upright = Bei [ball:{ $place }] hat die Fläche keinen Gradienten: In { $axis }-Richtung wird sie immer steiler, ohne Ende.
broken_mean = Der Gradientenabstieg muss sich entscheiden: Er nimmt den Mittelwert, [slope:{ $slope }], und bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
broken_mean_rests = Der Gradientenabstieg muss sich entscheiden: Er nimmt den Mittelwert, [slope:{ $slope }], sodass kein Schritt von hier wegführt.
broken_rule = Der Gradientenabstieg muss sich entscheiden: Er nimmt [slope:{ $slope }], was blind angewandte Ableitungsregeln ergeben, und bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
broken_rule_rests = Der Gradientenabstieg muss sich entscheiden: Er nimmt [slope:{ $slope }], was blind angewandte Ableitungsregeln ergeben, sodass kein Schritt von hier wegführt.

tangent_start = Bei [ball:{ $place }] ist die [slope:Steigung] [slope:{ $slope }]: Je 1 nach rechts geht die Gerade um { $size } { $tilt }. Bergab geht es { $direction }.
up = nach oben
down = nach unten
secant_rises = Auf { $run } nach rechts steigt die Kurve um { $size }: Die Steigung zwischen den zwei Punkten ist { $rise } / { $run } = { $slope }.
secant_falls = Auf { $run } nach rechts fällt die Kurve um { $size }: Die Steigung zwischen den zwei Punkten ist { $rise } / { $run } = { $slope }.
run_mark = waagerecht { $run }
rise_mark = senkrecht { $rise }
secant_mark = dazwischen: { $slope }
part_x = x-Richtung { $slope }
part_y = y-Richtung { $slope }

## The scenes

scenes = Szenen der Lektion
scene_derivative = Ableitung
scene_gradient = Gradient
scene_descent = Abstieg
scene_neuron = Neuron
scene_network = Netz
drop = Kugel loslassen
secant = zweiter Punkt
secant_hint = Ein zweiter Punkt auf der Kurve, so weit rechts von der Kugel. Zieh ihn näher heran, auf der Kurve oder hier, und die Gerade durch beide wird zur Tangente.
iterations = Zahl der Schritte
iterations_hint = Nach so vielen Schritten ist Schluss; 0 für kein Ende.
part = Nächster Teil
part_hint = Immer ein Teil eines Schritts, ① bis ④.
four_steps = Die vier Schritte
next_scene = Weiter: { $scene }
four_1 = Berechne den [slope:Gradienten] am aktuellen [ball:Punkt].
four_1_line = Gradient = { $f } = { $gradient }
four_2 = Sieh dir seine Richtung an: Bergab geht es andersherum.
four_2_level = Sieh dir seine Richtung an: Er ist 0, also geht es nirgends bergab.
four_2_line = −Gradient = { $downhill }: { $way }
four_3 = [step:Bewege] den Punkt um Schrittweite × Gradient bergab.
four_3_other = [step:Bewege] den Punkt um −Schrittweite × { $factors }.
four_3_search = [step:Bewege] den Punkt um den Schritt, den die Suche gefunden hat.
four_3_line = { $name } ← { $place } − { $rate } × { $factor } = { $next }
four_3_line_other = { $name } ← { $place } + Schritt { $move } = { $next }; Schritt = −{ $product }
four_3_line_search = { $name } ← { $place } + Schritt { $move } = { $next }
network_1 = [ink:Berechne]: vorwärts zu den Kosten, dann durch [slope:Backpropagation] zu den Gradienten.
network_2 = [ink:Sieh hin]: Bergab geht es gegen den [slope:Gradienten].
network_2_level = [ink:Sieh hin]: Der Gradient ist 0, also geht es nirgends bergab.
network_3 = [step:Bewege] jedes Gewicht um −Lernrate × Gradient.
network_3_other = [step:Bewege] jedes Gewicht um −Lernrate × { $factors }.
network_4 = [ink:Wiederhole]: { $done } von { $all }. Epochen (alle Daten einmal): { $complete }.
network_4_open = [ink:Wiederhole]. Epochen (alle Daten einmal): { $complete }.
way_forward = vorwärts
way_back = Backpropagation
way_cost = Kosten { $cost }
network_4_line = Epoche { $epoch }: { $seen } von { $of } Datenpunkten gesehen
neuron_1 = Berechne den [slope:Gradienten] durch Backpropagation.
neuron_1_line = Mittelwert über { $samples }: { $gradient }
neuron_2_line = −Gradient = { $downhill }
neuron_3 = [step:Bewege] Gewicht und Bias um Schrittweite × Gradient bergab.
neuron_3_other = [step:Bewege] Gewicht und Bias um −Schrittweite × { $factors }.
neuron_3_line = { $place } − { $rate } × { $gradient } = { $next }
neuron_3_line_other = { $place } + Schritt { $move } = { $next }; Schritt = −{ $product }
neuron_3_line_frozen = { $place } + Schritt { $move } = { $next }
neuron_4_line = Epochen bisher: { $done }
network_1_line = { $count } Steigungen, Mittelwert über { $samples }; Länge { $length }
network_2_line = am steilsten und am weitesten: { $weight }, −Gradient { $downhill }
network_2_line_two = am steilsten: { $steepest }, −Gradient { $steep }; geht am weitesten: { $weight }, −Gradient { $downhill }
network_3_line = { $weight }: −{ $product } = { $move }; { $place } { $move } = { $next }
network_3_line_frozen = { $weight }: { $place } { $move } = { $next }
four_4 = Wiederhole: { $done } von { $all }.
four_4_open = Wiederhole: { $done } bisher.
four_4_line = weiter bei ①
four_4_line_over = Ende
stop_enough = [warning:Halt:] Die Zahl der Schritte ({ $all }) ist erreicht.
stop_epochs = [warning:Halt] nach Schritt { $done }: Die Zahl der Epochen ({ $epochs }) ist erreicht.
stop_reached = [warning:Halt] nach Schritt { $done }: Der Trainingsverlust ist { $target } oder kleiner.
stop_stalled = [warning:Halt] nach Schritt { $done }: kein Fortschritt beim Trainingsverlust in { $patience } Iterationen; er wird beobachtet, weil keine Daten zur Validierung zurückgehalten sind.
stop_stalled_validation = [warning:Halt] nach Schritt { $done }: kein Fortschritt beim Validierungsverlust in { $patience } Iterationen. Am kleinsten, { $lowest }, war er nach Schritt { $best }.
stop_restored = [warning:Halt] nach Schritt { $end }: kein Fortschritt beim Validierungsverlust in { $patience } Iterationen. Die Gewichte von Iteration { $best }, wo er am kleinsten war ({ $lowest }), sind wieder da.
waits_validation = { " " }Geduld: Der Validierungsverlust ist seit { $waited } von { $patience } Iterationen nicht gefallen.
waits_training = { " " }Geduld: Der Trainingsverlust ist seit { $waited } von { $patience } Iterationen nicht gefallen; er wird beobachtet, weil keine Daten zur Validierung zurückgehalten sind.
stop_go_on = { " " }Damit es weitergeht, ändere „{ $rule }“ unter Mehr.
epochs = Zahl der Epochen
epochs_hint = Nach so vielen Epochen ist Schluss; 0 für kein Ende. In einer Epoche werden alle Trainingsdaten einmal gesehen.
target_loss = Zielverlust
target_loss_hint = Schluss ist, wenn der Trainingsverlust so klein ist. Leer: kein Ende.
search = Suche
search_hint = Lässt nur die Einstellungen sichtbar, die mit dem zu tun haben, was hier steht.
beginning = Wo es beginnt
samples_group = Daten
network_group = Netz
descent_group = Wie es absteigt
ending = Wann Schluss ist
patience = Geduld
patience_hint = Schluss ist nach so vielen Iterationen, in denen der Validierungsverlust nicht um ein Zehntausendstel gefallen ist; dann sind die Gewichte mit dem kleinsten wieder da. Sind keine Daten zur Validierung zurückgehalten, zählt der Trainingsverlust, und die Gewichte bleiben. 0 für kein Ende.
halve = Halbe Schrittweite probieren
halve_network = Halbe Lernrate probieren
settle = Passende Schrittweite nehmen: { $rate }
settle_hint = Von allen Schrittweiten auf dem Regler die, mit der die Kugel von diesem Start am schnellsten zur Ruhe kommt. Rückgängig nimmt es zurück.
halve_hint = Geht dahin zurück, wo der Verlust noch nicht stieg, und halbiert die Schrittweite. Rückgängig nimmt es zurück.
stop_level = [warning:Halt] nach Schritt { $done }: Der Gradient ist so gut wie 0.
stop_diverged = [warning:Halt] nach Schritt { $done }: Die nächsten Zahlen lassen sich nicht berechnen.
reduced_motion = Dein System wünscht weniger Bewegung: Abspielen macht immer nur einen Schritt.

## A step of a network under the microscope

sample = Datenpunkt
sample_all = alle
sample_hint = Verfolge einen Datenpunkt des nächsten Schritts durch das Netz: Gib seine Nummer ein oder klick ihn an. Leer: alle.
no_sample = Datenpunkte in diesem Schritt: { $count }. Wähle einen von 1 bis { $count } oder keinen, um alle zu sehen.
sample_not_in_step = Dieser Punkt gehört nicht zum nächsten Schritt: Nur die eingekreisten gehören dazu.
chain_rule = Kettenregel
micro_forward = Vorwärts, Schicht { $layer } von { $of }: Jedes Neuron gewichtet, was hereinkommt, addiert seinen Bias und gibt seinen [ball:Wert] weiter.
micro_cost_one = Die Kosten: Die Antwort trifft auf den erwarteten Wert ({ $expected }). Für diesen Datenpunkt sind sie { $cost }.
micro_cost = Die Kosten: Antworten treffen auf erwartete Werte. Ihr Mittelwert (Datenpunkte: { $count }) ist { $cost }.
micro_cost_penalty = Die Kosten: Antworten treffen auf erwartete Werte. Ihr Mittelwert (Datenpunkte: { $count }) ist { $cost }; der Strafterm bringt { $penalty } dazu.
micro_backward_last = Zurück, Schicht { $layer } von { $of }: Die Kosten sind bekannt, also kennt jede Ausgabe ihren [slope:Gradienten] (δ).
micro_backward = Zurück, Schicht { $layer } von { $of }: Du brauchst die [slope:Gradienten] (δ) der nächsten Neuronen, und die von Schicht { $next } sind jetzt bekannt.
micro_line_forward = Teil { $part } von { $all }: vorwärts
micro_line_cost = Teil { $part } von { $all }: Kosten
micro_line_backward = Teil { $part } von { $all }: zurück
chain_one = [ball:{ $weight }], { $sample } von { $count } ({ $expected })
chain_all = [ball:{ $weight }], Mittelwert über { $count }
chain_sum = gewichtete Summe der nächsten [slope:δ]
chain_cost_slope = Steigung der Kosten
chain_mask = Dropout-Faktor
chain_slope = Steigung der Aktivierung
chain_input = Eingabe
chain_bias = 1, da es ein Bias ist
chain_product = sein [slope:Gradient]
chain_measured = gemessen
chain_kinked = gemessen, an einem Knick
chain_mean = Mittelwert über alle { $count }
chain_penalty = Steigung des Strafterms
chain_gradient = [slope:Gradient]
chain_step = [step:−{ $rate } × Gradient]
chain_move = [step:Schritt von { $optimizer }]
chain_next = [ball:Gewicht] danach

## The same on a function of x and y

plane_start = Bei [ball:{ $place }] ist der [slope:Gradient] [slope:{ $slope }], die Steigungen in x- und y-Richtung als ein Pfeil: Er zeigt am steilsten bergauf, { $uphill }. Die Kugel geht andersherum: Sie [step:{ $move }].
plane_moving = Bei [ball:{ $place }] ist der [slope:Gradient] [slope:{ $slope }]: Bergauf geht es { $uphill }. Bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
plane_overshot = Der letzte Schritt ging über das Tal hinweg: Bei [ball:{ $place }] ist der [slope:Gradient] [slope:{ $slope }], bergauf geht es { $uphill }. Die Kugel [step:{ $move }].
plane_climbed = [warning:Übers Ziel hinaus:] über das Tal hinweg und höher als vorher. Bei [ball:{ $place }] ist der [slope:Gradient] [slope:{ $slope }]; bei der Schrittweite { $rate } heißt das: Die Kugel [step:{ $move }].
plane_uphill = Bei [ball:{ $place }] ist der [slope:Gradient] [slope:{ $slope }]: Bergauf geht es { $uphill }; aber ihr Schwung trägt die Kugel hinauf: Sie [step:{ $move }].
plane_level = Bei [ball:{ $place }] ist der [slope:Gradient] [slope:0]: Die Kugel ruht { $rests }.
plane_level_moving = Bei [ball:{ $place }] ist der [slope:Gradient] so gut wie [slope:0], aber die Kugel ruht nicht: Ihr Schwung trägt sie weiter, und sie [step:{ $move }].
plane_left = [warning:Die Kugel hat das Bild verlassen:] Sie ist bei { $place }, dort ist der [slope:Gradient] [slope:{ $slope }]. Setz zurück und probier dann einen anderen Start oder eine kleinere Schrittweite.

## How a run has ended

count_of_steps =
    { $n ->
        [one] 1 Schritt
       *[other] { $count } Schritten
    }
slope_word = Steigung
rest_global = [ball:Die Kugel] ist am tiefsten Punkt im Bild (dem globalen Minimum) zur Ruhe gekommen, nach { $steps }.
rest_other = { " " }Das lokale (relative) Minimum liegt um { $number } höher.
rest_one_of = [ball:Die Kugel] ist nach { $steps } an einem der { $number } tiefsten Punkte im Bild zur Ruhe gekommen: Sie sind globale Minima, alle gleich tief.
rest_along = [ball:Die Kugel] ist in einem ebenen Tal zur Ruhe gekommen; tiefer geht es im Bild nicht: Jede Stelle entlang des Tals ist ein globales Minimum.
rest_local = [ball:Die Kugel] ist in einem lokalen (relativen) Minimum zur Ruhe gekommen. Der tiefste Punkt, das globale Minimum, liegt um { $number } tiefer: Probier einen anderen Start.
rest_local_open = [ball:Die Kugel] ist in einem lokalen (relativen) Minimum zur Ruhe gekommen, nicht am tiefsten Punkt: Anderswo im Bild geht es tiefer. Probier einen anderen Start.
rest_minimum = [ball:Die Kugel] ist in einem Minimum zur Ruhe gekommen, nach { $steps }.
rest_top = [ball:Die Kugel] ist auf einem Hochpunkt (einem Maximum) zur Ruhe gekommen; dort gilt: [slope:{ $slopes }] = 0. Ein kleiner Stoß, und sie würde hinunterrollen.
rest_saddle = [ball:Die Kugel] ist auf einem Sattelpunkt zur Ruhe gekommen; dort gilt: [slope:{ $slopes }] = 0, aber daneben geht es tiefer. Ein kleiner Stoß, und sie würde weiterrollen.
rest_level = [ball:Die Kugel] ist auf ebenem Boden zur Ruhe gekommen, wo kein Schritt weiterführt, aber anderswo geht es tiefer. Probier einen anderen Start.
rest_level_lowest = [ball:Die Kugel] ist auf ebenem Boden zur Ruhe gekommen, nach { $steps }; tiefer geht es im Bild nicht.
rest_somewhere = [ball:Die Kugel] ist nach { $steps } zur Ruhe gekommen; hier gilt: [slope:{ $slopes }] = 0, und kein Schritt führt weiter.
rest_outside = [ball:Die Kugel] ist außerhalb des Bildes zur Ruhe gekommen, bei { $place }. Ob es dort in der Nähe tiefer geht, hat niemand nachgesehen.
ended_moving = Nach { $steps } ist Schluss, aber [ball:die Kugel] ist nicht zur Ruhe gekommen; noch gilt: [slope:{ $slopes }] = [slope:{ $slope }]. Damit es weitergeht, erhöhe die Zahl der Schritte.
ended_almost_lowest = [ball:Die Kugel] ist am tiefsten Punkt im Bild (dem globalen Minimum) fast zur Ruhe gekommen (nach { $more } mehr ganz). Nach { $steps } ist Schluss.
ended_almost_local = [ball:Die Kugel] ist in einem lokalen (relativen) Minimum fast zur Ruhe gekommen (nach { $more } mehr ganz): Das globale Minimum liegt um { $number } tiefer. Nach { $steps } ist Schluss. Probier einen anderen Start.
ended_left = [warning:Die Kugel hat das Bild verlassen:] Seit Schritt { $since } war jeder Schritt länger als der vorige.
ended_far = [warning:Die Kugel ist weit außerhalb des Bildes:] Die Schritte waren zu lang.
ended_settles = Vom selben Start kommt sie mit der Schrittweite { $rate } zur Ruhe.
ended_advice = Setz zurück und probier dann einen anderen Start oder eine kleinere Schrittweite.
rests_bottom = in einem Tiefpunkt
rests_top = auf einem Hochpunkt, bis etwas sie anstößt
rests_saddle = auf einem Sattelpunkt, bis etwas sie anstößt
rests_flat = auf ebenem Boden
stopped_no_value = [warning:Angehalten] bei Schritt { $iteration }: Der Schritt führte zu { $place }, dort hat die Funktion keinen Wert. Setz zurück und probier dann einen anderen Start oder eine kleinere Schrittweite.
stopped_no_slope = [warning:Angehalten] bei Schritt { $iteration }: Bei { $place } hat die Funktion keine Steigung, also gibt es keinen Weg bergab. Probier einen anderen Start.
stopped_too_large = [warning:Angehalten] vor Schritt { $iteration }: Er würde die Kugel so weit hinaufwerfen, dass ihre Zahlen zu groß zum Rechnen sind. Setz zurück und senke dann die Schrittweite.
nowhere_a_value = [warning:Kein Wert in diesem Bild:] Die Funktion ist darin nirgends definiert. Wähle einen anderen Ausschnitt (unter Mehr) oder gib eine andere Funktion ein.
start_too_large = [warning:Zu hoch hier:] Bei { $place } ist der Wert zu groß zum Rechnen. Zieh die Kugel dahin, wo es tiefer ist, oder wähle einen anderen Start.
start_no_value = [warning:Kein Wert hier:] Bei { $place } ist die Funktion nicht definiert. Zieh die Kugel dahin, wo sie es ist, oder wähle einen anderen Start.
way_0 = nach Osten
way_1 = nach Nordosten
way_2 = nach Norden
way_3 = nach Nordwesten
way_4 = nach Westen
way_5 = nach Südwesten
way_6 = nach Süden
way_7 = nach Südosten
invitation = zieh die Kugel
too_fast_to_draw = ändert sich schneller, als dieses Bild zeigen kann: hineinzoomen

## The places with a mark

spots = Markierte Stellen
spots_none = Keine.
spots_searching = Suche läuft …
spots_line = Gesucht an { $count } Punkten.
spots_plane = Gesucht auf einem Gitter von { $count } × { $count } Punkten.
spots_more = … und { $count } weitere, ohne Zeichen.
spot_at = wo
spot_value = Höhe
mark_lowest = globales Minimum
mark_dip = lokales Minimum
mark_top = Hochpunkt
mark_saddle = Sattel
spot_global = tiefster gefundener Punkt im Bild
spot_local = lokales (relatives) Minimum
flag_global = ★ tiefster Punkt im Bild (globales Minimum)
flag_local = ○ eine Mulde: lokales (relatives) Minimum
flag_local_higher = ○ Mulde, { $number } höher: lokales (relatives) Minimum
spot_maximum = Hochpunkt (Maximum)
spot_saddle = Sattelpunkt
spot_flat = ebene Stelle
spot_kink = Knick
spot_edge = tiefster Punkt ringsum, am Rand
spot_edge_lowest = tiefster gefundener Punkt im Bild, an seinem Rand
spot_uncertain = eben hier: weder ein Minimum noch ein Maximum ist sicher
spot_at_kink = { $name }, an einem Knick
spot_at_jump = { $name }, an einem Sprung
spot_along = { $name }, entlang einer ganzen Linie
spot_along_kink = { $name }, entlang eines ganzen Knicks
spots_endless = Nichts ist hier das Tiefste: In diesem Bild fällt die Funktion ohne Ende.
spots_elsewhere = Keine davon ist die tiefste: In diesem Bild geht die Funktion auch tiefer, aber dort hat sie keine tiefste Stelle.

## Which minimum?

basins = Welches Minimum?
basins_hint = Färbt jeden Start nach dem Minimum, zu dem die Kugel mit diesen Einstellungen von dort kommt. Dunkler: später.
basins_searching = Suche nach den Minima …
basins_note = Wohin die Kugel von jedem Start aus kommt; dunkler ist später.
basin = { $number } { $mark } { $place }: { $share }
basin_share_least = unter 1 %
basins_rest = { $count } andere: { $share }
basins_unsettled = nach { $steps } Schritten nicht in Ruhe: { $share }
basins_left = aus dem Bild: { $share }
basins_stopped = angehalten, kein Wert: { $share }

## Predict, then reveal

with_numbers = Mit Zahlen
with_numbers_hint = Setzt die Zahlen der Kugel in die Formeln ein.
predict = Vorhersagen
predict_hint = Fragt, wo die Kugel sein wird: Zieh den gestrichelten Ring dorthin oder nimm die Pfeiltasten; dann mach den Schritt und sieh nach.
guess_note = Zieh den gestrichelten Ring, klick oder nimm die Pfeiltasten.
guess_ask = Wo wird die [ball:Kugel] sein? Sie ist bei [ball:{ $place }], die [slope:Steigung] ist [slope:{ $slope }], die Schrittweite { $rate }. Zieh den [ghost:gestrichelten Ring] dorthin und drück dann auf „Ein Schritt“.
guess_made = Die Kugel ist bei [ball:{ $place }], dein Tipp liegt bei [ghost:{ $guess }]. Drück auf „Ein Schritt“ und sieh nach.
guess_told =
    { $n ->
        [one] Dein Tipp lag bei [ghost:{ $guess }]. Nach einem Schritt ist die Kugel bei [ball:{ $place }]: [ghost:{ $apart } daneben]. Zieh den Ring für einen neuen Tipp.
       *[other] Dein Tipp lag bei [ghost:{ $guess }]. Nach { $steps } Schritten ist die Kugel bei [ball:{ $place }]: [ghost:{ $apart } daneben]. Zieh den Ring für einen neuen Tipp.
    }

## A race

race = Rennen
race_hint = Mehrere Kugeln rollen gleichzeitig, jede gleich viele Schritte: von einem Start mit mehreren Optimierern oder Schrittweiten oder von zehn Starts.
race_lanes_hint = Wer mitmacht: bis zu sechs Optimierer wie in sgd,adam, bis zu sechs Schrittweiten wie in 0.01,0.1, oder starts. Der Seed bestimmt, welche Starts.
race_alone = eine Kugel
race_optimizers = sechs Optimierer
race_rates = sechs Schrittweiten
race_starts_name = zehn Starts
drop_ten = Zehn loslassen
drop_ten_hint = Lässt zehn Kugeln von zehn Stellen im ganzen Bild los und zeigt, welches Minimum jede findet. Noch einmal: wieder eine Kugel.
race_table = Wer wo ist
race_who = wer
heights_title = Höhe über den Schritten
heights_note = Eine Linie für jede Kugel der Tabelle.
heights_label = Die Höhe jeder Kugel des Rennens über den Schritten.
race_start = { $count } Kugeln starten an derselben Stelle und unterscheiden sich nur in einem: { $what }. Drück auf Abspielen: Jede macht gleich viele Schritte.
race_starts = { $count } Kugeln warten an { $count } Stellen, mit denselben Einstellungen. Drück auf Abspielen und sieh, welches Minimum jede findet.
race_moment = Nach Schritt { $steps } ist [racer-1:{ $lowest }] am tiefsten, auf Höhe { $height }. Von { $count }: { $stand }.
race_none = Nach Schritt { $steps } ist keine mehr im Bild: { $stand }. Eine kleinere Schrittweite hält sie hier.
race_row = bei { $place }: { $how }
race_row_from = von { $start } zu { $place }: { $how }
race_settled = in Ruhe
race_settled_in = in Ruhe, { $sign } { $name }
race_left = aus dem Bild
race_stopped = angehalten, wo es keinen Wert gibt
race_going = noch unterwegs

## What comes of a step size

ahead_settles =
    { $n ->
        [one] kommt nach 1 Schritt zur Ruhe
       *[other] kommt nach etwa { $settled } Schritten zur Ruhe
    }
ahead_bounces = pendelt nach { $steps } Schritten noch hin und her
ahead_crawls = kriecht nach { $steps } Schritten noch
ahead_leaves = verlässt das Bild
ahead_stops = hält an, wo es keinen Wert gibt
dial_here = Vom Start aus: { $how }.
dial_at = { $rate }: { $how }
dial_rule = Faustregel nahe { $place }: │ über { $overshoots } schießt sie übers Ziel hinaus, ┃ unter { $settles } kommt sie zur Ruhe.
dial_no_rule = Keine Faustregel: Dieser Optimierer ändert seine Schritte selbst.
dial_no_minimum = Keine Faustregel hier.
dial_label = Schrittweiten von diesem Start: { $stretches }.
dial_stretch = { $from } bis { $to } { $how }
dial_place = { $from } { $how }
dial_settles = kommt zur Ruhe
dial_bounces = pendelt
dial_crawls = kriecht
dial_leaves = fliegt hinaus
dial_stops = hält an

## The page of a function

function = Funktion
function_hint = Gib eine Formel ein, etwa x^2 + sin(3x), 2x e^(-x^2), |x|, {"{"}x<0: x^2, x+2{"}"}, x^(2/3), eine reelle Wurzel auch links von 0, oder, mit x und y, x^2 - y^2.
function_task = Eine Kugel auf einer Funktion: { $name }
function_typed = eigene
function_name = { $name }: { $formula }
functions = oder eine von diesen
functions_hint = Funktionen mit Namen, jede mit eigenem Start.
functions_1 = eine Variable: eine Kurve
functions_2 = zwei Variablen: eine Fläche
step_size = Schrittweite
step_size_hint = Wie weit jeder Schritt geht: Der Schritt ist −Schrittweite × Steigung.
start = Start
start_hint = Wo die Kugel beginnt: eine Zahl oder zwei, durch ein Komma getrennt.
domain = Ausschnitt
domain_hint = Von wo bis wo das Bild reicht.
domain_x_from = Ausschnitt: x von
domain_x_to = x bis
domain_y_from = y von
domain_y_to = y bis
condition_number = Konditionszahl
condition_number_hint = Wievielmal stärker sich die Schüssel in der einen Richtung krümmt als in der anderen.
steps = Schritt
x = x
y = y
height = Höhe f
slope = Steigung f′
slope_x = Steigung in x
slope_y = Steigung in y
steepness = Steilheit
step_x = nächster Schritt in x
step_y = nächster Schritt in y
secant_run = zweiter Punkt: waagerecht
secant_rise = zweiter Punkt: senkrecht
secant_slope = senkrecht / waagerecht
second_derivative = Krümmung f″
bend_most = stärkste Krümmung
bend_least = schwächste Krümmung
bend_along = { $value } in Richtung { $direction }
derivative = Ableitung
derivative_title = Die Steigung überall: die Ableitung
derivative_note = Wo sie 0 ist, ist die Kurve waagerecht.
derivative_label = Die Ableitung der Funktion, mit der Steigung an der Kugel markiert.
line_title = Kugel auf einer Kurve
line_note = Zieh die Kugel, klick oder nimm die Pfeiltasten.
line_label = Die Kurve der Funktion mit der Kugel, der Tangente und dem nächsten Schritt. Pfeiltasten bewegen den Start.
plane_map_note = Zieh die Kugel, klick oder nimm die Pfeiltasten. Gleiche Maßstäbe; { $lines }.
plane_map_note_unequal = Zieh die Kugel, klick oder nimm die Pfeiltasten. Die Maßstäbe von x und y sind verschieden; { $lines }.
lines_even = eine Linie je { $step } Höhe
lines_rising = Linien bei 1, 2, 5, 10, … über dem tiefsten Punkt
plane_map_label = Höhenlinienkarte der Funktion, mit der Kugel, ihrer Spur, Gradient und Schritt. Pfeiltasten bewegen den Start.
plane_surface_label = Fläche der Funktion. Pfeiltasten drehen sie.
facts = Fakten
written = Die Funktion und ihre Ableitung
too_long = zu lang, um hier zu stehen; das Bild ist trotzdem exakt
derivation = Wie diese Ableitung entsteht
derivation_of_two = Wie diese Ableitungen entstehen
derivation_note = In jeder Ableitung wird die andere Variable festgehalten: Sie zählt als Zahl.
rule_constant = Konstante: Sie ändert sich nicht, also ist ihre Steigung 0
rule_variable = Die Variable selbst: x′ = 1
rule_sum = Summe: (u + v)′ = u′ + v′
rule_factor = Konstanter Faktor: (c u)′ = c u′
rule_product = Produkt: (u v)′ = u′ v + u v′
rule_quotient = Quotient: (u/v)′ = (u′ v − u v′)/v²
rule_power = Potenz: (xⁿ)′ = n xⁿ⁻¹
rule_chain = Kette: f(u)′ = f′(u) u′
rule_exponent = Variabler Exponent: (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln(u) v′
rule_larger = Größeres oder Kleineres: die Steigung von dem, das gilt; step ist 0 oder 1
rule_pieces = Stückweise: Jedes Stück hat seine eigene Steigung; ein Vergleich ist 1 oder 0, und seine Steigung 0
function_source = Quelle: { $source }.

## The page

name = Downhill
task = Ein Netz lernt zu unterscheiden: { $classes }
play = Abspielen
play_again = Nochmal abspielen
pause = Pause
play_hint = Ein Schritt pro Bild auf dem Bildschirm, bis du anhältst. Taste: Leertaste.
step = Ein Schritt
step_hint = Ein Schritt vorwärts. Taste: Punkt.
step_back = Ein Schritt zurück
step_back_hint = Ein Schritt zurück, zu denselben Zahlen wie vorher. Taste: Komma.
reset = Zurücksetzen
reset_hint = Zurück zum Start, alle Einstellungen bleiben, wie sie jetzt sind; was berechnet wurde, ist vergessen.
recomputing = Rechnet neu: { $percent } %
stop_recomputing = Anhalten
stop_recomputing_hint = Bleibt bei dem, was schon berechnet ist; was noch fehlt, wird ausgelassen.
undo = Rückgängig
undo_hint = Nimmt die letzte Änderung einer Einstellung zurück. Tasten: Strg+Z.
stopped = Die Abbildung hat wegen eines eigenen Fehlers angehalten. Sie kann da weitermachen, wo sie war.
timeline = Zeitleiste
timeline_hint = Jeder Augenblick dieses Laufs, vor und zurück. Ändere mittendrin eine Einstellung, und dort beginnt ein anderer Lauf.
to_start = Zum Start
to_end = Zum bisher letzten Schritt
rose = erster Anstieg: Schritt { $iteration }
rose_hint = Geht zum ersten Schritt, nach dem die Kugel oder der Verlust höher war als vorher.
step_of = Schritt { $at } von { $furthest }
step_first = Schritt 0
iteration_speed = Iteration { $at }, { $speed } pro Sekunde
iteration_of = Iteration { $at } von { $furthest }
epoch_iteration_of = Epoche { $epoch }, Iteration { $at } von { $furthest }
iteration_first = Iteration 0
more = Mehr
more_hint = Alle anderen Einstellungen.
less = Weniger
learning_rate = Lernrate (die Schrittweite)
learning_rate_alone = Lernrate
learning_rate_hint = Wie weit jeder Schritt geht: Der Schritt ist −Lernrate × Gradient.
weight = Gewicht
weight_hint = Das Gewicht, das die Kurve zeigt. Klick im Netz eines an oder wähl es hier.
weight_value = Wert dieses Gewichts
weight_value_hint = Der Wert des Gewichts, auf dem die Kugel liegt, ab dieser Iteration. Du kannst auch die Kugel auf ihrer Kurve ziehen. Rückgängig nimmt es zurück.
freeze = Einfrieren
freeze_hint = Hält dieses Gewicht fest: Seinen Gradienten gibt es noch, aber kein Schritt bewegt es. Ein Strich kreuzt seine Linie.
frozen = eingefrorene Gewichte
second_weight = zweites Gewicht
second_weight_hint = Das andere Gewicht von Karte und Fläche.
seed = Seed
seed_hint = Woher aller Zufall kommt: Derselbe Seed ergibt denselben Lauf.
new_start = Neuer Start
new_start_hint = Andere zufällige Gewichte und eine andere Auswahl der Daten, die zum Validieren und Testen zurückgehalten sind.
data = Daten
data_own = eigene
data_hint = Wovon das Netz lernt.
save = speichern
save_hint = Das Netz, wie es jetzt ist, seine Daten oder wie es dazu kam. Die Programme geben beim Ausführen den Verlust aus, der hier steht.
export_numpy = NumPy-Programm
export_pytorch = PyTorch-Programm
export_weights = Gewichte (JSON)
export_data = Daten und Antworten (CSV)
export_history = Verlauf des Laufs (CSV)
export_experiment = Experiment (JSON)
download = Herunterladen
download_hint = Speichert die Datei, die daneben gewählt ist.
copy = Kopieren
copy_hint = Kopiert den Text der Datei, um ihn anderswo einzufügen.
copied = kopiert
copy_failed = Der Browser ließ die Seite nicht kopieren. Nimm stattdessen Herunterladen.
read_rows = Gelesene Zeilen: { $rows }.
read_missing = Ausgelassen, weil eine Angabe fehlt: { $count }; zuerst in Zeile { $line }, { $column }.
read_skipped = Übersprungen, weil sie mit # beginnen oder vor der Tabelle stehen: { $count }; zuerst Zeile { $line }.
read_row_numbers = Ausgelassen als bloße Zeilennummern: { $columns }.
read_dates = Ausgelassen, weil darin Datumsangaben stehen: { $columns }. Als Eingabe schreibt man ein Datum als Jahr mit Nachkommastellen.
read_units = Ausgelassen, weil nicht alle Zahlen dieselbe Einheit haben: { $columns }. Gib ihnen eine Einheit oder keine.
read_month_first = Bei { $columns } wird der Monat zuerst gelesen. Ist es der Tag, schreib jedes Datum wie 2024-12-31.
read_unused = Ausgelassen, ohne Zahlen oder nicht gewählt: { $columns }.
left_out = Es wurde ausgelassen.
columns = Wozu die Spalten dienen
columns_hint = Ob das Netz diese Spalte bekommt, ob es sie lernen soll oder ob sie ausgelassen wird.
role_input = Eingabe
role_target = Ziel: zu lernen
role_unused = ausgelassen
classes = Zahlen sind Klassen
classes_hint = Ob die Zahlen des Ziels Klassen benennen, etwa 0, 1, 2, oder Werte sind.
paste = oder Zeilen hier einfügen
paste_hint = Zeilen aus einer Tabellenkalkulation oder einer CSV-Datei. Du kannst auch eine Datei auf die Seite ziehen.
csv = eigene Datei (CSV, JSON)
csv_hint = Eine Tabelle: Ihre Spalten mit Zahlen sind Eingaben, ihre letzte Spalte mit Wörtern wird gelernt; beides ist wählbar. Oder ein gespeichertes Experiment oder Gewichte. Die Datei bleibt in diesem Browser.
features = was das Netz bekommt
features_hint = Je eine Eingabe des Netzes: eine Größe, wie sie ist, oder eine Formel daraus. Es beginnt von vorn.
features_typed = oder Formeln
features_typed_hint = Formeln aus x und y, der ersten und der zweiten Eingabe in ihren eigenen Einheiten, durch Strichpunkte getrennt, wie in x;y;x^2. Leer für die Eingaben, wie sie sind.
features_none = die Eingaben
feature_last = Das Netz braucht mindestens eine Eingabe: Wähl erst eine andere, bevor du die letzte wegnimmst.
noise = Rauschen
noise_hint = Wie weit erzeugte Daten streuen, von 0 bis 1; leer für das Übliche. Gemessene Daten bleiben, wie sie sind.
layers = verdeckte Schichten
layers_hint = Wie viele Neuronen jede verdeckte Schicht hat, wie in 5 oder 8-8.
layers_edit = Verdeckte Schichten bearbeiten
layer_more = + Schicht
layer_more_hint = Eine weitere verdeckte Schicht, wie die letzte. Das Training beginnt von vorn.
layer_fewer = − Schicht
layer_fewer_hint = Ohne die letzte verdeckte Schicht. Das Training beginnt von vorn.
layer_of = Verdeckte Schicht { $layer }
unit_more = Schicht { $layer }: ein Neuron mehr
unit_fewer = Schicht { $layer }: ein Neuron weniger
units_of = Schicht { $layer }: Neuronen
units_hint = Wie viele Neuronen diese Schicht hat. Das Training beginnt von vorn.
activation_of = Schicht { $layer }: Aktivierung
activation_of_hint = Was jedes Neuron dieser Schicht aus der Summe macht, die hereinkommt. Das Training beginnt von vorn.
layers_most = Ein Netz hat hier bis zu { $most } verdeckte Schichten.
layers_fewest = Es ist keine verdeckte Schicht mehr da, die man wegnehmen könnte.
units_most = Eine Schicht hat hier bis zu { $most } Neuronen.
units_fewest = Eine Schicht hat mindestens ein Neuron: Nimm stattdessen die Schicht weg.
budget = [warning:Großes Netz:] Einzelne Bilder dauern länger als sonst. Es lernt trotzdem; mit weniger Neuronen oder Daten läuft es flüssig.
budget_lines = { " " }Von seinen { $count } Gewichten sind die { $drawn } größten gezeichnet.
activation = Aktivierung
activation_hint = Was jedes verdeckte Neuron aus der Summe macht, die hereinkommt.
output_activation = Aktivierung der Ausgabe
cost = Kosten
cost_hint = Wie gezählt wird, wie falsch eine Antwort ist.
optimizer = Optimierer
optimizer_hint = Wie aus einem Gradienten ein Schritt wird. Eine neue Wahl beginnt von vorn, mit ihrer üblichen Lernrate.
initialization = Anfangsgewichte
initialization_hint = Wie die Gewichte am Start gewählt werden: zufällig oder alle 0.
l1 = Strafterm für |w| (l1)
l1_hint = Gewichte zählen mit ihrem Betrag als Verlust: Kleine werden zu 0.
l2 = Strafterm für w² (l2)
l2_hint = Gewichte zählen mit ihrem Quadrat als Verlust: Keines wird groß.
dropout = Dropout
dropout_hint = Der Anteil verdeckter Neuronen, den jeder Schritt zufällig auslässt.
schedule = Lernratenplan
schedule_hint = Wie sich die Lernrate ändert: constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300.
gradient_noise = Gradientenrauschen
gradient_noise_hint = Wie viel zu jedem Gradienten zufällig dazukommt.
formulas = Aktualisierung: { $optimizer }. { $optimizer_source }. Kosten: { $cost }. { $cost_source }.
update = Aktualisierung: { $optimizer }. { $source }.
batch_size = Batchgröße
batch_size_hint = Wie viele Datenpunkte jeder Schritt ansieht: eine Zahl oder full.
iterations_per_frame = Iterationen pro Bild
iterations_per_frame_hint = Wie schnell der Lauf abläuft: 0.1 ist eine Iteration alle zehn Bilder, 10 sind zehn in jedem, max sind so viele, wie die Zeit für ein Bild zulässt.
iterations_per_frame_0-1 = langsam
pace = Tempo
theme = Aussehen
theme_hint = Farben und Größen: hell, dunkel oder groß für die letzte Reihe.
theme_auto = automatisch
theme_light = hell
theme_dark = dunkel
theme_projector = Beamer
theme_projector_dark = Beamer, dunkel
edits = Während des Laufs geändert:
edit = ab Iteration { $iteration }: { $key } { $value }
edit_remove = Entfernen
views = Ansichten
still_title = Schritt { $count }
curve = Kurve
curve_title = Der Hügel eines Gewichts
curve_note = Der Verlust auf allen { $all } Trainingsdaten, wenn sich nur dieses Gewicht ändert: Zieh die Kugel.
curve_note_batch = Der Verlust dieses Schritts (Datenpunkte: { $count }; dünn: alle { $all }), wenn sich nur dieses Gewicht ändert: Zieh die Kugel.
curve_note_dropout = Der Verlust dieses Schritts (Datenpunkte: { $count }), ohne die ausgelassenen Neuronen, wenn sich nur dieses Gewicht ändert: Zieh die Kugel.
curve_label = Der Verlust, wenn sich das gewählte Gewicht ändert, mit der Kugel, der Tangente und dem nächsten Schritt. Mit den Pfeiltasten liest du die Kurve ab.
map = Karte
map_title = Die Kugel von oben
plane_title = Landschaft zweier Gewichte
map_note = Zieh die Kugel. Gleiche Maßstäbe; eine Linie je { $step } Verlust; dunkler ist tiefer.
map_label = Höhenlinienkarte des Verlusts über zwei Gewichten, mit der Kugel und ihrer Spur. Mit den Pfeiltasten liest du sie ab.
map_note_random = Der Teil jedes Neurons so lang wie seine Gewichte; eine Linie je { $step }; dunkler ist tiefer.
map_note_path = Wo der Weg am weitesten reicht; eine Linie je { $step }; dunkler ist tiefer.
map_note_gradient = Gradient und Momentum; eine Linie je { $step }; dunkler ist tiefer.
plane = die Ebene von Karte und Fläche
plane_hint = Über welcher Ebene aus allen Gewichten Karte und Fläche den Verlust zeigen.
plane_weights = zwei Gewichte
plane_random = zufällig
plane_path = bisheriger Weg
plane_gradient = Gradient
gradient_steeper = Gradient: länger als gezeichnet
keep = Merken
keep_hint = Merkt sich diesen Lauf: Ändere eine Sache, starte neu und sieh beide Kurven, beide Wege auf der Karte und eine Tabelle der Unterschiede.
kept = Gemerkte Läufe
kept_run = Lauf
kept_now = jetzt
kept_differs = { $key } { $value } (jetzt { $now })
kept_same = kein Unterschied
kept_open = Lauf { $number } öffnen
kept_open_hint = Geht zu diesem Lauf, mit seinen Einstellungen. Rückgängig führt zurück.
kept_remove = Entfernen
kept_other_data = andere Daten
kept_pictures_label = Was der jetzige Lauf und jeder gemerkte Lauf antworten, nebeneinander, zuerst der jetzige; die Tabelle darunter benennt sie.
kept_pictures_hint = Was jeder Lauf antwortet. Klick einen an: Das führt zu ihm, wie sein Knopf in der Tabelle.
kept_full = Vier Läufe sind schon gemerkt: Entferne zuerst einen (siehe die Tabelle der gemerkten Läufe).
kept_right = Training richtig
kept_r_squared = R², Training
hold = Festhalten
hold_hint = Die Ebene bleibt, wo sie ist, während die Kugel weiterrollt: Dann verlässt die Kugel sie, und ihr Schatten wird gezeichnet. Noch einmal: Die Ebene folgt der Kugel.
plane_at = Ebene bleibt ab Iteration
plane_at_hint = Eine Iteration, etwa 0 oder 120: Die Ebene durch die Kugel dort bleibt. Leer: Sie folgt der Kugel.
plane_in = { " " }Die Kugel liegt in der Ebene: wahrer Verlust.
plane_in_batch = { " " }Die Kugel liegt in der Ebene: Verlust jenes Schritts (Datenpunkte: { $samples }).
plane_off = { " " }Die [ball:Kugel] ist { $distance } von der Ebene entfernt: wahrer Verlust { $loss }, an ihrem Schatten { $shadow }.
plane_off_batch = { " " }Die [ball:Kugel] ist { $distance } von der Ebene entfernt: Verlust jenes Schritts (Datenpunkte: { $samples }) { $loss }, an ihrem Schatten { $shadow }.
plane_share = { " " }In der Ebene liegen { $share } der Varianz des Weges.
plane_now = { " " }Iteration { $iteration }.
plane_age =
    { $n ->
        [one] { " " }Iteration { $iteration }, vor 1 Bild.
       *[other] { " " }Iteration { $iteration }, vor { $frames } Bildern.
    }
plane_share_short = { $share } des Weges
plane_off_short = { $share }, Kugel { $distance } entfernt
direction_random = zufällige Richtung { $number }
direction_principal_1 = 1. Hauptrichtung: { $share } des Weges
direction_principal_2 = 2. Hauptrichtung: { $share }
direction_momentum = Momentum, quer zum Gradienten
direction_move = letzter Schritt
direction_step = nächster Schritt
direction_any = irgendeine andere Richtung
surface = Fläche
surface_title = Die Kugel im Raum
landscape = Wie der Verlust über zwei Gewichten gezeigt wird
landscape_surface = 3-D
landscape_map = von oben
surface_note = Zieh, um zu drehen.
surface_of_all = { " " }Höhe: Verlust auf allen { $count } Trainingsdaten.
surface_of_batch = { " " }Höhe: Verlust dieses Schritts (Datenpunkte: { $count }).
enlarge = Vergrößern
enlarge_back = Zurück zu allen Bildern
right_share = Training { $train } richtig, Test { $test }
right_share_alone = Training { $train } richtig
r_squared_share = R² Training { $train }, Test { $test }
r_squared_share_alone = R² Training { $train }
task_values = Ein Netz lernt eine Funktion: { $value } zu jedem Wert von { $input }
source_formula = Daten: { $rows } Datenpunkte der Formel { $formula }.
surface_label = Fläche des Verlusts über zwei Gewichten. Pfeiltasten drehen sie.
turn_left = Nach links drehen
turn_right = Nach rechts drehen
turn_up = Von weiter oben
turn_down = Von weiter unten
turn_back = Zurückdrehen
boundary = Antworten
boundary_title = Was es antwortet
neuron_task = Ein Neuron passt eine Gerade an: { $classes }
source_neuron = Daten: { $source }; { $licence }.
neuron_title = Die Gerade des Neurons
neuron_tab = Gerade
neuron_label = Die Punkte, die Gerade des Neurons und der Fehler jedes Punkts. Mit den Pfeiltasten liest du sie ab.
neuron_map_label = Höhenlinienkarte der Kosten über Gewicht und Bias, mit der Kugel, ihrer Spur und dem Schritt. Pfeiltasten bewegen den Start.
neuron_surface_label = Fläche der Kosten über Gewicht und Bias. Pfeiltasten drehen sie.
neuron_note_squares = Jedes [slope:Quadrat] ist der Fehler eines Punkts, quadriert; die Kosten: { $cost }.
neuron_note_lines = Jede [slope:Linie] ist der Fehler eines Punkts; die Kosten: { $cost }.
neuron_map_note = Zieh die Kugel, klick oder nimm die Pfeiltasten. Gleiche Maßstäbe; { $lines }; dunkler ist tiefer; der Pfeil zeigt, wohin der Schritt geht.
neuron_map_note_batch = { " " }Kosten für den Batch dieses Schritts (Datenpunkte: { $count }).
neuron_sentence = Bei Gewicht { $weight }, Bias { $bias } hat das [ball:Neuron] diese Kosten ({ $cost }): { $loss }; der [slope:Gradient] ist [slope:{ $gradient }], also bewegt der nächste [step:Schritt] es um [step:{ $step }].
neuron_rests_best = [ball:Die Kugel] ist nach { $steps } zur Ruhe gekommen: Die Kosten ({ $cost }) sind { $loss }, und mit keinem anderen Gewicht und Bias sind sie kleiner.
neuron_rests = [ball:Die Kugel] ist nach { $steps } zur Ruhe gekommen: Die Kosten ({ $cost }) sind { $loss }, und kein Schritt führt von hier weiter.
neuron_falls = Nach { $steps } ist Schluss: Die Kosten ({ $cost }) sind von { $from } auf { $loss } gefallen, und die Kugel ist nicht zur Ruhe gekommen. Damit es weitergeht, erhöhe die Zahl der Schritte.
neuron_grows = [warning:Jeder Schritt ist zu lang:] Bei den letzten { $grew } ging es immer weiter hinauf, und die Kosten ({ $cost }) sind jetzt { $loss }. Setz zurück und probier dann eine kleinere Schrittweite.
neuron_stopped = [warning:Angehalten] nach { $steps }: Zu lange Schritte führten so hoch hinauf, dass die Zahlen zu groß zum Rechnen sind. Setz zurück und probier dann eine kleinere Schrittweite.
network_ended = In { $steps } von { $from } auf { $to } richtige Antworten, bei den Daten, von denen das Netz lernt.
network_ended_fell = Die Kosten ({ $cost }) sind in { $steps } von { $from } auf { $to } gefallen.
network_ended_values = Die Kosten ({ $cost }) gingen in { $steps } von { $from } auf { $to }.
neuron_far = [warning:Die Kugel ist weit außerhalb des Bildes:] Die Schritte waren zu lang. Setz zurück und probier dann einen anderen Start oder eine kleinere Schrittweite.
neuron_found_hint = Die Maschine findet es, Schritt für Schritt; du kannst sagen, wo es beginnt.
neuron_chosen = Was du wählst
neuron_found = Was die Maschine findet
neuron_weight = Gewicht
neuron_bias = Bias
slope_weight = Steigung (Gewicht)
slope_bias = Steigung (Bias)
step_weight = nächster Schritt (Gewicht)
step_bias = nächster Schritt (Bias)
squared_error = mittlerer quadratischer Fehler
half_squared_error = halber mittlerer quadratischer Fehler
absolute_error = mittlerer absoluter Fehler
huber = mittlerer Huber-Fehler
softmax_cross_entropy = Kreuzentropie
binary_cross_entropy = binäre Kreuzentropie
hinge = mittlerer Hinge-Verlust
unit_nats = nat
unit_deviations = Standardabw.
unit_squared_deviations = Standardabw.²
boundary_note = { $classes } Jedes Gebiet hat die Farbe der Antwort dort. Gefüllt: { $train } zum Lernen; hohl: { $test } zum Testen zurückgehalten.
visits_all = Jeder Schritt sieht alle { $of } Datenpunkte: Ein Schritt ist eine Epoche.
visits_own = [step:Eingekreist]: die Datenpunkte des nächsten Schritts.
visits = Epoche { $epoch }: { $seen } von { $of } Datenpunkten gesehen. [step:Eingekreist]: als Nächstes { $count }. Klein: kommen noch.
visits_last = Epoche { $epoch }: { $seen } von { $of } Datenpunkten gesehen. [step:Eingekreist]: zum Schluss { $count }; dann wurde jeder einmal gesehen.
visits_begin = Alle { $of } gesehen: Epoche { $before } ist vollständig. [step:Eingekreist]: zu Beginn von Epoche { $epoch } { $count }. Klein: kommen noch.
validation_note = { " " }Mit einem Punkt darin: { $validation } zum Validieren zurückgehalten.
fit_note = [ball:Die Kurve] ist, was das Netz sagt. [slope:Linien] sind Fehler der Datenpunkte des nächsten Schritts. Gefüllt: { $train } zum Lernen; hohl: { $test } zum Testen zurückgehalten.
fit_note_formula = [ball:Die Kurve] ist, was das Netz sagt, die dünne ist die Formel. [slope:Linien] sind Fehler der Datenpunkte des nächsten Schritts. Gefüllt: { $train } zum Lernen; hohl: { $test } zum Testen zurückgehalten.
class_mark_1 = [class-1:● { $name }]
class_mark_2 = [class-2:▲ { $name }]
class_mark_3 = [class-3:■ { $name }]
boundary_label = Die Antworten des Netzes auf jede Eingabe, mit den Datenpunkten darüber. Mit den Pfeiltasten liest du sie ab.
errors = Fehler
errors_hint = Zeichnet einen Datenpunkt umso größer, je mehr er allein kostet: Die großen schaden am meisten.
errors_note = Größe: was ein Datenpunkt allein kostet, höchstens { $largest }.
paint = Malen
paint_hint = Mach eigene Daten von Hand, in diesem Bild: Male Punkte oder zeichne eine Kurve, die gelernt werden soll.
brushes = Womit du malst
paint_points = Klick oder zieh, um zu malen.
paint_curve = Zieh, um die Kurve zu zeichnen, die gelernt werden soll.
paint_anew = Jeder Strich beginnt von vorn, mit demselben Seed; gelernt wird von allen Punkten.
paint_kept = Der erste Strich macht diese Punkte zu deinen eigenen; es beginnt von vorn, und gelernt wird von allen.
paint_rounded = Der erste Strich macht diese Punkte zu deinen eigenen, gerundet; es beginnt von vorn, und gelernt wird von allen.
paint_emptied = Der erste Strich nimmt diese Punkte weg, da man auf ihnen nicht malen kann, und beginnt von vorn.
paint_full = [warning:Die Adresse ist voll:] Mehr als diese { $count } Punkte passen nicht hinein. Radiere einige weg oder speichere die Daten als Datei, unter Mehr.
paint_last = [warning:Nicht wegradiert:] Jede Klasse, auch eine Kurve, behält ihren letzten Punkt, damit es etwas zu lernen gibt. Eine dritte Klasse kann weg.
paint_at = Bei { $x }, { $y }. Enter malt, Entf löscht den nächsten, Escape beendet.
paint_pen = Stift
paint_erase = Radierer
paint_more = + Klasse
paint_clear = Leeren
paint_clear_hint = Lässt einen Punkt jeder Klasse oder der Kurve übrig. Rückgängig bringt alle zurück.
paint_other_curve = Kurve zeichnen
paint_other_points = Punkte malen
paint_other_hint = Werte über einer Eingabe anstelle von Klassen über zweien oder umgekehrt. Es beginnt fast leer; Rückgängig führt zurück.
paint_label = Was das Netz antwortet, und du malst, wovon es lernt. Pfeiltasten bewegen das Fadenkreuz, mit Umschalt ein Zehntel so weit. Enter malt, Entf löscht den nächsten Punkt, 1 bis 3 wählen eine Klasse, Escape beendet.
diagram = Netz
diagram_title = Das Netz
diagram_note = Neuronen: [positive:über 0], [negative:unter 0], ± der größte Wert. Linien: [positive:durchgezogen positiv], [negative:gestrichelt negativ], breit ist groß, kurz ein Bias; ○ ist das zweite Gewicht. [step:Grün]: die letzte Bewegung.
diagram_hint = Jedes Bild zeigt, was ein Neuron über den ersten zwei Eingaben ausgibt, alle anderen auf ihrem Mittelwert; sein eigener größter Wert hat die volle Farbe. Klick eine Linie an, um die Kugel auf sie zu legen.
diagram_label = Die Gewichte des Netzes. Pfeiltasten wählen das Gewicht, das die Kurve zeigt.
chart = Diagramm
hidden_layer = Verdeckte Schicht
hidden_layer_hint = Wessen Raum gezeigt wird: Jede Schicht verbiegt, was die vorige verbogen hat.
hidden_layer_1 = Schicht 1
hidden_layer_2 = Schicht 2
hidden_layer_3 = Schicht 3
hidden_layer_4 = Schicht 4
hidden_layer_5 = Schicht 5
hidden_layer_last = letzte Schicht
chart_hint = Was gezeigt wird: der Verlust, die Gradienten Schicht für Schicht, die Gewichte, richtige und falsche Antworten, der verdeckte Raum, wie stark der Verlust gekrümmt ist, die Lernrate.
chart_label = Ein Diagramm des Laufs; der Satz darüber sagt, was zu sehen ist. Mit den Pfeiltasten liest du es ab.
chart_loss_note = Verlust ({ $cost }): { $train } auf Trainingsdaten, { $test } auf Testdaten.
chart_loss_note_alone = Verlust ({ $cost }): { $train } auf Trainingsdaten.
chart_loss_note_penalty_alone = Verlust ({ $cost } und Strafterm): { $train } auf Trainingsdaten; davon ist { $penalty } der Strafterm.
chart_loss_note_penalty = Verlust ({ $cost }): { $train } auf Trainingsdaten, davon { $penalty } der Strafterm; { $test } auf Testdaten, ohne Strafterm.
chart_loss_note_validation = { " " }Auf Validierungsdaten: { $validation }.
penalty = Strafterm
chart_layer = Schicht { $layer }
chart_gradients_note = Wie lang der Teil des [slope:Gradienten] in jeder Schicht ist: { $first } in der ersten, { $last } in der letzten.
chart_gradients_note_one = Wie lang der [slope:Gradient] ist: { $first }.
chart_gradients_note_vanish = [warning:Der Gradient verschwindet]: { $first } in der ersten Schicht, nur das { $ratio }-Fache der letzten ({ $last }). Die ersten Schichten lernen kaum.
chart_gradients_note_explode = [warning:Der Gradient explodiert]: { $first } in der ersten Schicht, das { $ratio }-Fache der letzten ({ $last }).
chart_weights_note = Wie viele Gewichte wie groß sind, Bias-Werte nicht mitgezählt.
chart_weights_x = Gewicht
chart_weights_y = wie viele
chart_learning_rate_note = Die [step:Lernrate] ist jetzt { $rate }.
chart_answers_note = { $samples }: { $right } sind richtig, und zwar die in den Rahmen. Je mehr Datenpunkte, desto kräftiger die Farbe.
chart_answers_note_values = { $samples }: R² ist { $explained }, der Anteil an der Streuung der Werte, den die Antworten erklären. Richtige Antworten liegen auf der Linie.
answers_expected = erwartet
answers_answered = geantwortet
hidden_space_x = Abstand von der geraden Grenze
hidden_space_scattered = wo die Datenpunkte am meisten streuen
hidden_space_rise = entlang der Gewichte der letzten Schicht
hidden_space_y = im rechten Winkel dazu
chart_hidden_space_note = Die letzte verdeckte Schicht sieht dieselben Datenpunkte verbogen und das Gitter mit ihnen: { $right } der Trainingsdaten liegen auf der richtigen Seite einer geraden Grenze.
chart_hidden_space_note_apart = Die letzte verdeckte Schicht sieht dieselben Datenpunkte verbogen und das Gitter mit ihnen: Gerade Grenzen trennen die Klassen aller Trainingsdaten.
chart_hidden_space_layer = Verdeckte Schicht { $layer } von { $count }: die Datenpunkte und das Gitter, wie sie sie sieht, von jeder Schicht ein wenig weiter verbogen.
chart_hidden_space_values = Die letzte verdeckte Schicht sieht dieselben Datenpunkte verbogen: Entlang ihrer letzten Gewichte steigt die Antwort von links nach rechts.
chart_hidden_space_none = Es gibt keine verdeckte Schicht: Eine Gerade muss die Eingaben trennen, wie sie sind.
sharpness = λ, Training
sharpness_limit = darunter Ruhe
sharpness_axis = größte Krümmung λ
chart_sharpness_note = λ = { $curvature }: Nach der Faustregel kommen die Schritte unter der Lernrate { $limit } zur Ruhe; sie ist { $rate }.
chart_sharpness_note_above = [warning:Über der Grenze:] λ = { $curvature }; nach der Faustregel kommen die Schritte unter der Lernrate { $limit } zur Ruhe, und sie ist { $rate }.
chart_sharpness_note_schedule = λ = { $curvature }: Nach der Faustregel kommen die Schritte unter der Lernrate { $limit } zur Ruhe; sie ist jetzt { $rate } und ändert sich.
chart_sharpness_note_none = λ = { $curvature }. Für diesen Optimierer gibt es keine Regel der Form 2/λ: Er wählt seine Schritte selbst.
chart_sharpness_note_decay = λ = { $curvature }. Mit Gewichtszerfall oder Dämpfung gibt es keine Regel der Form 2/λ.

## Sharing, and the calls of a page around it

share = Teilen
share_hint = Ein Link, Code für eine eigene Seite, Bilder, die Zahlen des Laufs.
share_title = Diese Abbildung teilen
share_at = Bei diesem Schritt öffnen, { $iteration }
share_view = Zeigt
share_view_all = alles
share_width = Breite
share_height = Höhe
share_link = Link
share_iframe = Ein Rahmen, für jede Seite
share_element = Das Element, für eine Seite, die Skripte erlaubt
share_copy = Kopieren
share_copied = Kopiert
share_copy_failed = Der Browser ließ die Seite nicht kopieren: Der Text ist markiert, kopier ihn von dort.
share_long = Dieses Experiment ist zu lang für einen Link. Speichere es unter Mehr als Datei: Sie lässt sich hier wieder öffnen.
share_class_link = Link für die Klasse
share_class_code = Mein Code
share_nowhere = Diese Kopie hat keine Adresse im Web: Ein Link oder ein Rahmen führt nur auf diesem Computer zu ihr.
share_guide = Wie eine Abbildung eingebettet wird
share_single_file = Ganz Downhill in einer Datei, für einen USB-Stick
share_files = Dateien
share_png = Bild, PNG
share_svg = Bild, SVG
share_csv = Zahlen, CSV
share_preview = Vorschau, { $width } × { $height }
share_close = Schließen
embed_said = Eine Abbildung, die lebt, wo Skripte laufen: Eine Kugel rollt bergab, oder ein Netz lernt.
embed_open = In Bewegung sehen
state_bad = Das ist kein Zustand einer Abbildung: Nötig sind version 1 und eine query oder ein experiment.
image_none = Es gibt kein Bild „{ $view }“ zu sehen. Es gibt: { $views }.
image_failed = Der Browser konnte das Bild nicht erstellen.

## What is under the pointer

probe_row = Zeile { $row }, zum Lernen
probe_row_validation = Zeile { $row }, zum Validieren zurückgehalten
probe_row_test = Zeile { $row }, zum Testen zurückgehalten
probe_answer = [ball:Antwort]
probe_class = { $class }, { $share }
probe_measured = gemessen
probe_error = [slope:Fehler]
probe_loss = sein Verlust allein
probe_probabilities = Wahrscheinlichkeit jeder Klasse hier
probe_shares = Anteil jeder Klasse hier
probe_here = Hier
probe_value = [ball:Wert]
probe_gradient = [slope:Gradient]
probe_last_move = letzter Schritt
probe_next_move = [step:nächster Schritt]
probe_unit = { $name }: über { $number } Datenpunkte
probe_unit_sample = { $name }: Datenpunkt { $number }
probe_puts_out = gibt aus
probe_lowest = kleinster Wert
probe_mean = Mittelwert
probe_highest = größter Wert
probe_plane = In dieser Ebene
probe_about = ≈ { $value }
probe_iteration = Iteration { $iteration }
probe_rate = [step:Lernrate]
probe_bar = Gewichte von { $from } bis { $to }
probe_cell = Antworten, { $samples }

numbers = Zahlen
epoch = vollständige Epochen
train_loss = Verlust, Training
validation_loss = Verlust, Validierung
test_loss = Verlust, Test
batch_loss = Verlust, dieser Batch
train_accuracy = Genauigkeit, Training
validation_accuracy = Genauigkeit, Validierung
test_accuracy = Genauigkeit, Test
train_r_squared = R², Training
validation_r_squared = R², Validierung
test_r_squared = R², Test
gradient_norm = Länge des Gradienten
value = dieses Gewicht
gradient = Gradient
velocity = Geschwindigkeit
weight_decay_part = Gewichtszerfall
next_step = nächster Schritt
source = Daten: { $source }; { $licence }. Eingaben sind anhand der Trainingszeilen standardisiert.
source_own = Daten: deine eigenen; sie bleiben in diesem Browser. Eingaben sind anhand der Trainingszeilen standardisiert.
source_dropped = Daten: { $source }; { $licence }. In { $dropped } von { $rows } Zeilen fehlt ein Messwert, sie sind ausgelassen. Eingaben sind anhand der Trainingszeilen standardisiert.

## Examples that teach

example = Beispiel
example_none = wählen …
example_hint = Experimente, in denen eine Sache zu sehen ist; welche, steht unter den Knöpfen.
example_learns_well = lernt gut
example_too_high_a_rate = zu hohe Lernrate
example_equal_weights = gleiche Gewichte
example_no_hidden_layer = keine verdeckte Schicht
example_squares_as_inputs = Quadrate als Eingaben
example_vanishing_gradients = schwindende Gradienten
example_dead_units = tote Neuronen
example_over-fitting = Überanpassung
example_over-fitting_cured = Überanpassung geheilt
example_bad_minimum = schlechtes Minimum
example_good_minimum = gutes Minimum
example_spiral = Spirale
example_sunspots = Sonnenflecken
example_sunspots_forecast = Sonnenflecken, Prognose
example_a_formula = eine Formel
example_labels_by_a_formula = Klassen aus einer Formel
watch_learns_well = Beobachte, wie der Verlust auf beiden Arten von Daten fällt: ein paar Hundert Schritte, und fast alle sind unterschieden.
watch_too_high_a_rate = Beobachte, wie der Verlust springt, statt zu fallen: Jeder Schritt geht über das Tal hinweg und landet höher. Das Beispiel „lernt gut“ hat dieselben Daten und ein Hundertstel dieser Lernrate.
watch_equal_weights = Beobachte die verdeckten Neuronen: Alle beginnen bei null, alle bekommen denselben Gradienten, also wird nie eines anders als die anderen, und nichts wird gelernt.
watch_no_hidden_layer = Beobachte die Grenze: Ohne verdeckte Schicht ist sie eine einzige Gerade, und keine Gerade hat mehr als drei Viertel dieser Punkte auf der richtigen Seite.
watch_squares_as_inputs = Beobachte, wie die Grenze ganz ohne verdeckte Schicht zum Kreis wird: Das Netz bekommt die Quadrate beider Eingaben, und mehr als eine gewichtete Summe davon braucht es nicht.
watch_vanishing_gradients = Beobachte, wie die Gewichte der ersten Schicht stillstehen: Zurück durch sechs Schichten mit sigmoid bleibt für sie weniger als ein Tausendstel des Gradienten übrig.
watch_dead_units = Beobachte, wie der Verlust stecken bleibt: Die ersten Schritte waren so lang, dass jedes Neuron einer Schicht auf jeden Datenpunkt 0 antwortet. Der Gradient ist dort 0, also erholt sie sich nie.
watch_over-fitting = Beobachte, wie sich die zwei Verluste trennen: Auf den 30 Datenpunkten, von denen das Netz lernt, geht der Verlust gegen 0, auf den anderen wächst er. Es hat sie auswendig gelernt (Überanpassung).
watch_over-fitting_cured = Beobachte, wie die zwei Verluste zusammenbleiben: dasselbe Netz und dieselben Daten, aber große Gewichte kosten etwas (l2).
watch_bad_minimum = Beobachte, wie es zur Ruhe kommt, obwohl drei von zehn falsch sind: Die Kugel liegt in einem schlechten Minimum. Beim Beispiel „gutes Minimum“ ist nur der Seed anders.
watch_good_minimum = Beobachte, wie es viel tiefer zur Ruhe kommt als im Beispiel „schlechtes Minimum“: dasselbe Netz, dieselben Einstellungen, ein anderer Seed.
watch_spiral = Beobachte, wie sich die Grenze um beide Arme windet, allein aus x₁ und x₂.
watch_sunspots = Beobachte, wie die Kurve die elf Jahre zwischen zwei Höchstwerten findet, und sieh dir die hohlen Punkte an, die sie nie gesehen hat: Lücken füllt sie gut.
watch_sunspots_forecast = Beobachte die Kurve rechts, wo kein Jahr gelernt wurde: Sie passt zur Vergangenheit und weiß nichts von der Zukunft. R² liegt in diesen Jahren unter 0: Der Mittelwert wäre ein besserer Tipp.
watch_a_formula = Beobachte, wie sich die dicke Kurve zur dünnen hin biegt, der Formel; sie sieht nur die Punkte, und die sind verrauscht.
watch_labels_by_a_formula = Beobachte, wie die Grenze zu der Linie wird, auf der die Formel sin(x) − y/3 gleich 0 ist. Gib unter Mehr eine andere ein: Ziel.
target = Ziel (eine Formel)
target_hint = Eine Formel, die anstelle von Daten gelernt werden soll: aus x, ihre Werte; aus x und y, wo sie über 0 liegt. Leer für die Daten.
sampled = wo die Daten liegen
sampled_hint = Von wo bis wo, wie in -5,5, oder für x und dann y, wie in -5,5,-2,2; leer für das Übliche.
samples = Datenpunkte
samples_hint = Wie viele Datenpunkte erzeugt werden, von 10 bis 5000; leer für das Übliche. Gemessene Daten bleiben, wie sie sind.
test_fraction = zum Testen zurückgehalten
test_fraction_hint = Der Anteil der Datenpunkte, von denen das Netz nicht lernt: 0 bis 0.9.
validation_fraction = zum Validieren zurückgehalten
validation_fraction_hint = Der Anteil der Datenpunkte, die sagen, wann Schluss ist: Das Netz lernt nicht von ihnen, und die Geduld beobachtet ihren Verlust. 0 bis 0.9, von allen Datenpunkten.
test_rows = welche davon
test_rows_hint = Welche Datenpunkte zum Testen zurückgehalten werden: beliebige oder die letzten, wie bei einer Prognose. Danach sind die zum Validieren an der Reihe.
test_rows_random = beliebige
test_rows_last = die letzten
standardize_targets = Werte skalieren
standardize_targets_hint = Bringt die gesuchten Werte auf Mittelwert 0 und Standardabweichung 1: Dann genügen die üblichen Lernraten. Der Verlust zählt dann in Standardabweichungen.

## A class: presenter mode, the story, the teacher's notes

present = Präsentieren
present_hint = Für eine Klasse: Füllt den Bildschirm, groß, mit nichts als dem, worauf es ankommt. Taste: P.
present_end = Beenden
present_end_hint = Zurück zur Seite. Tasten: P, Escape.
present_begin = Bild ab beginnt die Lektion „{ $title }“.
present_numbers = Die Zahlen, auf die es ankommt
present_controls = Die Lektion
present_dark = Dunkler Raum
present_light = Heller Raum
present_room_hint = Helle Farben für einen hellen Raum, dunkle für einen dunklen.
present_blank = Der Bildschirm ist leer. Dieselbe Taste zeigt alles wieder.
beat_back = Voriger Abschnitt
beat_next = Nächster Abschnitt
beat_of = { $beat } von { $beats }
ask = Frage
notes = Notizen
notes_hint = Ein zweites Fenster nur für dich: was du sagst, der nächste Abschnitt, die Zeit. Taste: S.
notes_blocked = Der Browser hat das Fenster mit deinen Notizen blockiert. Erlaube dieser Seite Pop-up-Fenster und öffne die Notizen dann noch einmal.
notes_title = Notizen für die Lehrkraft
notes_none = Keine Lektion ist offen. Bild ab im anderen Fenster beginnt die mitgelieferte.
notes_next = Als Nächstes: { $heading }
notes_last = Das ist der letzte Abschnitt.
notes_clock = Uhrzeit
notes_elapsed = Seit Beginn
story = Eine Lektion
story_lesson = Lektion vorführen
story_lesson_hint = Die Lektion, die zu Downhill gehört, Abschnitt für Abschnitt, für eine Klasse. Bild ab geht weiter, Bild auf geht zurück.
story_file = eine Lektion, aus einer Datei
story_file_hint = Eine eigene Lektion: eine Markdown-Datei. Du kannst sie auch auf die Abbildung ziehen.
story_close = Lektion schließen
story_close_hint = Was zu sehen ist, bleibt.
story_dropped = Diese Datei ist keine Lektion. Eine Lektion ist eine Markdown-Datei (.md); eine Tabelle kannst du in der Szene Netz hierher ziehen.
story_missing = Die Lektion „{ $address }“ ließ sich nicht lesen: { $why }. Such nach einem Tippfehler in ihrem Namen oder öffne sie aus einer Datei, unter Mehr.
story_elsewhere = Eine Lektion liegt auf derselben Website wie diese Seite, „{ $address }“ aber nicht. Speichere sie als Datei und öffne die Datei unter Mehr.

## Keys

keys = Tasten
keys_hint = Alle Tasten und was jede tut. Taste: Fragezeichen.
keys_title = Tasten
keys_close = Schließen
keys_focus = Sie wirken, solange die Abbildung den Fokus hat.
keys_single = Einzelne Tasten
keys_single_hint = Aus: Buchstaben, Ziffern und Zeichen tun nichts; das brauchen manche, die mit ihrem Computer sprechen. Pfeile, Leertaste, Bild auf und Bild ab bleiben.
keys_key = Taste
keys_does = Was sie tut
key_play = abspielen oder Pause
key_step = ein Schritt vorwärts; mit Umschalt zehn
key_step_back = ein Schritt zurück; mit Umschalt zehn
key_arrows = die Kugel, ein Regler, die Fläche: was den Fokus hat
key_ends = auf der Zeitleiste: zum ersten, zum letzten Schritt
key_larger = eine größere Schrittweite
key_smaller = eine kleinere Schrittweite
key_reset = derselbe Start
key_new_start = ein anderer Start (Netz)
key_scenes = die Szenen
key_full_screen = Vollbild oder zurück
key_table = der Lauf als Tabelle
key_present = Präsentationsmodus oder zurück
key_notes = ein zweites Fenster mit den Notizen für die Lehrkraft
key_next = der nächste Abschnitt der Lektion; im Präsentationsmodus auch Pfeile und Enter
key_back = der vorige Abschnitt; im Präsentationsmodus auch Pfeile
key_blank = im Präsentationsmodus: Bildschirm leer oder zurück
key_undo = die letzte Änderung zurücknehmen
key_close = schließen, was offen ist; dann den Fokus zurückgeben
key_list = diese Liste
key_space = Leertaste
key_page_down = Bild ab
key_page_up = Bild auf
key_arrow_keys = Pfeile
key_home_end = Pos1, Ende
key_escape = Escape
key_enter = Enter
key_undo_keys = Strg+Z

## A class: what its link locks, its goal, its results

lock = gesperrte Einstellungen
goal = Ziel
class = Für eine Klasse
class_about = Dreißig Bildschirme mit demselben Lauf: Wähle, was bleibt, wie es ist, und was erreicht werden soll. Mehr als den Link oder seinen QR-Code braucht die Klasse nicht: kein Konto, und nichts wird irgendwohin gesendet.
class_lock = Für die Klasse gesperrt
class_all = alles, was den Lauf verändert
class_goal = Ziel
class_goal_none = keins
class_goal_loss = Verlust unter …
class_goal_height = Höhe unter …
class_goal_test_loss = Testverlust unter …
class_goal_lowest = den tiefsten Punkt finden
class_below = unter
class_within = Schritte höchstens
class_within_empty = beliebig
class_below_missing = Gib die Zahl ein, unter die es fallen soll, etwa 0.1.
class_qr = QR-Code des Links
class_qr_large = Auf dem ganzen Bildschirm
class_qr_back = Zurück
class_qr_long = Dieser Link ist zu lang für einen QR-Code: Mit eigenen Daten gib den Link selbst weiter.
class_check = Code aus der Klasse
class_check_hint = Der Code, den eine Schülerin oder ein Schüler unter „Mein Ergebnis“ sieht, etwa 3K7M-Q2ZD.
class_result = Mein Ergebnis
class_result_hint = Der Code und der Link, die du abgibst.
class_code_about = Der Code sagt, bei welchem Schritt diese Seite ist und ob das Ziel erreicht ist. Der Link führt genau zu diesem Schritt.
class_code_none = Hier gibt es keinen Code: So, wie es jetzt ist, lässt sich das Ziel nicht beurteilen.
locked = Der Link sperrt diese Einstellungen: { $names }.
locked_all = Der Link sperrt alle Einstellungen des Laufs.
locked_hint = Der Link sperrt diese Einstellung.
locked_why = Der Link sperrt „{ $name }“, und das hier würde es ändern.
goal_loss = Verlust unter { $below }
goal_height = Höhe unter { $below }
goal_test_loss = Testverlust unter { $below }
goal_lowest = den tiefsten Punkt finden
goal_within = { $goal } in höchstens { $steps }
goal_open = Ziel: { $goal }. Jetzt { $now } bei Schritt { $step }.
goal_away = Ziel: { $goal }. Bei Schritt { $step } noch nicht geschafft.
goal_reached = Ziel: { $goal }. Erreicht bei Schritt { $step }.
goal_missed = Ziel: { $goal }. Nicht erreicht, mit { $now } bei Schritt { $step }. Geh zurück zum Start, ändere etwas und probier es noch einmal.
goal_none = Ziel: { $goal }. Aber in diesem Bild ist kein tiefster Punkt zu finden.
goal_unknown = Ziel: { $goal }. Es lässt sich noch nicht beurteilen.
goal_no_function = goal: Einen tiefsten Punkt hat eine Funktion, aber das hier ist ein Netz. Nimm einen Verlust, etwa goal=loss<0.1.
goal_no_test = goal: Hier gibt es keine Testdaten, also auch keinen Testverlust. Nimm den Verlust selbst, etwa goal=loss<0.1.
code_bad = Ein Code hat acht Buchstaben und Ziffern, etwa 3K7M-Q2ZD.
code_other = Dieser Code gehört nicht zu diesem Link: Such nach einem Schreibfehler und prüf, ob Ziel und gesperrte Einstellungen dieselben sind wie im Link der Klasse.
code_reached = Das Ziel wurde bei Schritt { $step } erreicht.
code_open = Das Ziel wurde bis Schritt { $step } nicht erreicht.

## Pictures in numbers

table = Tabelle
table_hint = Die Bilder und der Lauf in Zahlen.
table_title = In Zahlen
table_of = Zeigt
table_run = Der Lauf
table_copy = Als CSV kopieren
table_close = Schließen
table_none = Davon gibt es noch keine Tabelle.
table_more = Zeilen und Spalten sind eine Auswahl in gleichen Abständen. Beim Kopieren kommen alle Ziffern mit.
table_curve_caption = Die Kurve bei Schritt { $step }: Höhen und Steigungen von links nach rechts, darunter auch an der Stelle der Kugel.
table_map_caption = Die Höhen von oben bei Schritt { $step }: eine Zeile für jede Stelle nach oben, eine Spalte für jede Stelle nach rechts.
table_boundary_caption = Was das Netz bei Schritt { $step } antwortet, über der Ebene seiner Eingaben.
table_diagram_caption = Die Gewichte des Netzes bei Schritt { $step }, jedes mit seinem Gradienten und seinem nächsten Schritt.
table_chart_caption = Das Diagramm bis Schritt { $step }. { $chart }
table_runs_caption = Die Läufe nebeneinander bei Schritt { $step }.
table_run_caption = Der Lauf bis Schritt { $step }.
table_corner = { $y }; waagerecht: { $x }
table_class = { $class }, { $share }
table_answered = { $expected }; waagerecht: geantwortet
table_from = von
table_to = bis
table_row = Zeile
table_first_axis = erste Achse
table_second_axis = zweite Achse
table_sharpness = größte Krümmung
table_value = Wert
table_move = nächster Schritt
table_differs = Unterschied
table_answer = Antwort
table_lane = Lauf { $number }
step_word = Schritt

## Sound

sound = Ton
sound_hint = Jeder Schritt ist ein Ton: Je größer der Verlust, desto höher der Ton; er kommt von der Seite, auf der die Kugel ist.

## On paper

print = Auf Papier
print_page = Diesen Schritt drucken
print_page_hint = Die Bilder dieses Schritts als Linien, mit seinen Einstellungen, seinen Zahlen, seinem Link und dessen QR-Code.
print_handout = Handout drucken
print_handout_hint = Vier bis sechs Schritte des Laufs untereinander, jeder mit dem, was zu ihm gesagt wird.
handout_short = Ein Handout zeigt vier bis sechs Schritte des Laufs: Mach zuerst mindestens drei Schritte.
paper_settings = Einstellungen
paper_link = Dieser Schritt am Bildschirm

## What the core says in English, the words of which are the key: names and errors

core_0_for_off_or_1_for_on = 0 für aus oder 1 für an
core_1_the_only_version_there_is = 1, die einzige Version, die es gibt
core_a_comma_separates_the_arguments_of_max_min_and_pow_in_a_number_write_a_point_0_5 = Ein Komma trennt die Argumente von max, min und pow. Schreib in einer Zahl einen Punkt: 0.5.
core_a_condition_is_a_comparison_such_as_x_0 = Eine Bedingung ist ein Vergleich, etwa x < 0.
core_a_disc_within_a_ring_after_make_circles_of_scikit_learn = eine Scheibe in einem Ring, nach make_circles aus scikit-learn
core_a_distance_from_0_on_such_as_0_5 = ein Abstand ab 0, etwa 0.5
core_a_end_name_is_missing = Ein \end{"{"}{ $name }{"}"} fehlt.
core_a_formula_has_up_to_most_characters_this_one_has_count = Eine Formel hat bis zu { $most } Zeichen; diese hat { $count }.
core_a_function_here_has_one_or_two_variables_such_as_f_x_y_x_2_y_2 = Eine Funktion hat hier eine oder zwei Variablen, etwa f(x, y) = x^2 + y^2.
core_a_function_in_pieces_is_written_as_in_x_0_x_2_x_2 = Eine Funktion aus Stücken schreibt man wie in {"{"}x < 0: x^2, x + 2{"}"}.
core_a_hidden_layer_counted_from_1_or_last = eine verdeckte Schicht, von 1 an gezählt, oder last
core_a_loss_such_as_0_1_or_nothing = ein Verlust, etwa 0.1, oder nichts
core_a_number_above_0_and_up_to_1000000_such_as_0_1 = eine Zahl über 0 und bis 1000000, etwa 0.1
core_a_number_comes_first_as_in_2x_here_a_sign_such_as_or_is_missing = Eine Zahl steht vorn, wie in 2x; hier fehlt ein Zeichen wie + oder *.
core_a_number_from_0_01_to_100_or_max = eine Zahl von 0.01 bis 100 oder max
core_a_number_from_0_to_0_9 = eine Zahl von 0 bis 0.9
core_a_number_from_0_to_1 = eine Zahl von 0 bis 1
core_a_number_from_0_to_1000000_such_as_0_01 = eine Zahl von 0 bis 1000000, etwa 0.01
core_a_number_from_1_to_1000000_such_as_10 = eine Zahl von 1 bis 1000000, etwa 10
core_a_number_from_low_to_high = eine Zahl von { $low } bis { $high }
core_a_number_has_one_decimal_point = Eine Zahl hat einen Dezimalpunkt.
core_a_point_alone_is_no_number_write_0_5_for_example = Ein Punkt allein ist keine Zahl: Schreib zum Beispiel 0.5.
core_a_raised_number_of_a_few_digits_was_expected = Hier sollte eine hochgestellte Zahl mit wenigen Ziffern stehen.
core_a_sample_of_the_coming_step_from_1_on_or_nothing_for_all = ein Datenpunkt des kommenden Schritts, von 1 an, oder nichts für alle
core_a_weight_s_number_from_0_on = die Nummer eines Gewichts, von 0 an
core_a_whole_number_from_0_to_4294967295 = eine ganze Zahl von 0 bis 4294967295
core_a_whole_number_from_10_to_5000 = eine ganze Zahl von 10 bis 5000
core_a_whole_number_of_samples_from_1_on_or_full = eine ganze Zahl von Datenpunkten ab 1 oder full
core_a_whole_number_or_0_for_no_end = eine ganze Zahl oder 0 für kein Ende
core_after_come_two_values_as_in_x_0_x_2_x_2 = Nach „?“ kommen zwei Werte, wie in x < 0 ? x^2 : x + 2.
core_after_comes_the_exponent_as_in_x_2 = Nach ^ kommt der Exponent, wie in x^2.
core_after_this_command_something_is_missing = Nach diesem Befehl fehlt etwas.
core_all_or_names_of_settings_with_spaces_between_them_such_as_learning_rate_optimizer = all oder Namen von Einstellungen mit Leerzeichen dazwischen, etwa learning_rate optimizer
core_an_index_is_read_in_x_1_and_x_2_and_the_base_of_a_logarithm_in_log_2_x = Ein Index wird in x_1 und x_2 gelesen und die Basis eines Logarithmus in log_2(x).
core_an_iteration_such_as_120_or_nothing_to_follow_the_run = eine Iteration, etwa 120, oder nichts, um dem Lauf zu folgen
core_angles_are_in_radians_write_pi_180_for_one_degree = Winkel sind im Bogenmaß: Schreib pi/180 für ein Grad.
core_another_optimizer_for_optimizer_has_own = ein anderer Optimierer, denn { $optimizer } hat { $own }
core_asymmetric_double_well = Schiefe Doppelmulde
core_at_character_place_message = Bei Zeichen { $place }: { $message }
core_auto_or_one_of_names = auto oder eines von { $names }
core_before_this_comparison_something_is_missing = Vor diesem Vergleich fehlt etwas.
core_before_this_next_a_number_x_or_a_bracket_was_expected = Vor diesem „{ $next }“ sollte eine Zahl, x oder eine Klammer stehen.
core_before_this_next_something_is_missing_or_a_bracket_of_another_kind_is_open = Vor diesem „{ $next }“ fehlt etwas, oder eine Klammer anderer Art ist offen.
core_before_this_word_a_condition_was_expected_as_in_x_0 = Vor diesem „{ $word }“ sollte eine Bedingung stehen, wie in x < 0.
core_begin_name_is_not_read_here = \begin{"{"}{ $name }{"}"} wird hier nicht gelesen.
core_bill_depth = Höhe des Schnabels
core_bill_length = Länge des Schnabels
core_changes_such_as_120_learning_rate_0_05_joined_by_commas = Änderungen wie 120:learning_rate:0.05, durch Kommas getrennt
core_cusp = Spitze
core_data_of_one_s_own_as_the_page_writes_them_into_its_address = eigene Daten, so wie die Seite sie in ihre Adresse schreibt
core_distance = Entfernung
core_elliptic_bowl = Elliptische Schale
core_equal_signs = gleiche Vorzeichen
core_facts_free_to_use = Tatsachen, frei verwendbar
core_first_comes_the_number_whose_root_it_is_root_x_3 = Zuerst kommt die Zahl, deren Wurzel es ist: root(x, 3).
core_flat_bottom = Flacher Boden
core_for_the_inverse_of_name_write_inverse_for_its_reciprocal_1_name_x = Schreib für die Umkehrung von { $name } { $inverse }, für den Kehrwert 1/{ $name }(x).
core_function_error = Funktion: { $error }
core_here_x_is_the_variable_type_only_what_the_function_is_such_as_x_2 = Hier ist x die Variable: Gib nur ein, was die Funktion ist, etwa x^2.
core_how_fast_the_learning_rate_falls_with_the_updates = δ: wie schnell die Lernrate mit den Schritten sinkt
core_how_fast_the_momentum_rises_from_2_to = ψ: wie schnell das Momentum von β₁/2 auf β₁ steigt
core_how_much_m_counts_in_the_step_s_direction = β₁: wie viel m für die Richtung des Schritts zählt
core_how_much_of_both_averages_is_kept = ρ: wie viel von beiden Mittelwerten erhalten bleibt
core_how_much_of_each_gradient_but_the_first_is_left_out = τ: wie viel von jedem Gradienten außer dem ersten wegbleibt
core_how_much_of_the_average_of_g_is_kept = β₂: wie viel vom Mittelwert von g erhalten bleibt
core_how_much_of_the_largest_g_is_kept = β₂: wie viel vom größten |g| erhalten bleibt
core_how_much_of_the_last_move_goes_on_into_the_next = μ: wie viel vom letzten Schritt im nächsten weitergeht
core_in_a_number_write_a_point_0_5 = Schreib in einer Zahl einen Punkt: 0.5.
core_infinity_is_no_number_try_a_large_one = Unendlich ist keine Zahl: Nimm eine große.
core_inner = innen
core_is_this_a_power_name_digit_or_a_product_digit_name_a_numbered_variable_is_written_x_1 = Ist das eine Potenz, { $name }^{ $digit }, oder ein Produkt, { $digit }{ $name }? Eine nummerierte Variable schreibt man x_1.
core_is_this_a_root_with_the_index_number_root_x_number_or_name_number_x = Ist das eine { $number }-te Wurzel, root(x, { $number }), oder { $name }({ $number }x)?
core_is_this_name_number_x_or_name_x_number_write_it_so = Ist das { $name }({ $number }x) oder { $name }(x)^{ $number }? Schreib es so.
core_is_this_the_logarithm_to_the_base_base_log_base_x_or_log_base_x = Ist das der Logarithmus zur Basis { $base }, log_{ $base }(x), oder log({ $base }x)?
core_is_this_the_logarithm_to_the_base_number_log_number_x_or_name_number_x = Ist das der Logarithmus zur Basis { $number }, log_{ $number }(x), oder { $name }({ $number }x)?
core_keeps_the_divisor_away_from_0 = ε: hält den Teiler von 0 fern
core_key_cannot_change_while_a_run_goes_on_reset_first = { $key } kann sich während eines Laufs nicht ändern: Setz zuerst zurück.
core_key_is_not_known_here = „{ $key }“ ist hier nicht bekannt.
core_key_value_does_not_fit_it_takes_expected = { $key } = „{ $value }“ passt nicht. Möglich ist: { $expected }.
core_kink = Knick
core_letter_is_a_full_width_letter_type_plain = „{ $letter }“ ist ein Buchstabe in voller Breite: Tipp „{ $plain }“.
core_letter_is_a_letter_of_another_script_the_variables_are_x_and_y = „{ $letter }“ ist ein Buchstabe einer anderen Schrift: Die Variablen sind x und y.
core_loss_0_1_test_loss_0_2_or_lowest_each_with_the_number_of_steps_that_there_are_for_it_if_there_is_a_limit_as_in_loss_0_1_in_50 = loss<0.1, test_loss<0.2 oder lowest, dahinter die Zahl der Schritte, wenn es eine Grenze gibt, wie in loss<0.1 in 50
core_loss_of_one_neuron_without_a_minimum = Verlust eines Neurons, ohne Minimum
core_lower = unten
core_made_by_downhill_free_to_use = von Downhill erzeugt, frei verwendbar
core_monkey_saddle = Affensattel
core_name_compares_two_or_more_name_x_1 = { $name } vergleicht zwei oder mehr: { $name }(x, 1).
core_name_needs_brackets_example = { $name } braucht Klammern: { $example }.
core_name_needs_something_to_work_on_name_x = { $name } braucht etwas, worauf es wirkt: { $name }(x).
core_name_takes_one_argument_for_another_base_write_log_x_3 = { $name } nimmt ein Argument. Schreib für eine andere Basis log(x, 3).
core_name_takes_one_argument_for_another_root_write_root_x_5 = { $name } nimmt ein Argument. Schreib für eine andere Wurzel root(x, 5).
core_name_takes_one_argument_in_a_number_write_a_point_0_5 = { $name } nimmt ein Argument. Schreib in einer Zahl einen Punkt: 0.5.
core_name_takes_two_arguments_example = { $name } nimmt zwei Argumente: { $example }.
core_next_is_a_full_width_character_type_plain = „{ $next }“ ist ein Zeichen in voller Breite: Tipp „{ $plain }“.
core_next_is_not_read_as_a_digit_type_0_to_9 = „{ $next }“ wird nicht als Ziffer gelesen: Tipp 0 bis 9.
core_next_means_nothing_here = „{ $next }“ bedeutet hier nichts.
core_numbers_joined_by_commas_such_as_1_5_2 = Zahlen, durch Kommas getrennt, etwa -1.5,2
core_on_divides_by_v_m_the_gradient_s_own_spread = an: teilt durch √(v − m²), die Streuung des Gradienten selbst
core_on_makes_up_for_averages_that_start_from_0_always_on_in_pytorch = an: gleicht aus, dass die Mittelwerte bei 0 beginnen (in PyTorch immer an)
core_on_weight_decay_is_a_move_of_its_own_x_x_w_x_and_g_stays_as_it_is = an: Der Gewichtszerfall ist ein eigener Schritt, x ← x − η w x, und g bleibt, wie es ist
core_one_of_names = eines von { $names }
core_one_such_as_constant_step_30_0_1_exponential_0_99_cosine_200_warmup_20_one_cycle_300 = einer wie constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300
core_opposite_signs = verschiedene Vorzeichen
core_outer = außen
core_parabola = Parabel
core_petal_length = Länge der Blütenblätter
core_petal_width = Breite der Blütenblätter
core_petal_width_cm = Breite der Blütenblätter (cm)
core_pit_in_a_plateau = Loch in einer Ebene
core_public_domain = gemeinfrei
core_random_or_last = random oder last
core_saddle = Sattel
core_sepal_length = Länge der Kelchblätter
core_sepal_width = Breite der Kelchblätter
core_sine_on_a_parabola = Sinus auf einer Parabel
core_six_hump_camel = Kamel mit sechs Höckern
core_something_is_missing_at_the_end_a_number_x_or_a_bracket = Am Ende fehlt etwas: eine Zahl, x oder eine Klammer.
core_sunspots = Sonnenflecken
core_terrace_on_the_way_down = Terrasse auf dem Weg hinab
core_text_is_too_large_for_a_number_here = { $text } ist hier zu groß für eine Zahl.
core_the_base_is_written_as_in_log_2_x = Die Basis schreibt man wie in log_2(x).
core_the_base_of_a_logarithm_is_above_0_and_not_1_log_x_3 = Die Basis eines Logarithmus ist über 0 und nicht 1: log(x, 3).
core_the_fields_of_a_board_of_four_by_four = die Felder eines Bretts von vier mal vier
core_the_latex_command_name_is_not_known_here = Der LaTeX-Befehl \{ $name } ist hier nicht bekannt.
core_the_logistic_function_is_written_sigmoid_x = Die logistische Funktion schreibt man sigmoid(x).
core_the_lowest_and_the_highest_x_such_as_2_2_and_then_those_of_y = das kleinste und das größte x, etwa -2,2, und dann die von y
core_the_numbered_variables_are_x_1_and_x_2 = Die nummerierten Variablen sind x_1 und x_2.
core_the_signs_of_x_and_x_after_minsky_and_papert_1969 = die Vorzeichen von x₁ und x₂, nach Minsky und Papert, 1969
core_there_are_no_factorials_here_write_6_instead_of_3 = Fakultäten gibt es hier nicht: Schreib 6 statt 3!.
core_there_are_no_imaginary_numbers_here_i_is_not_known = Imaginäre Zahlen gibt es hier nicht: i ist nicht bekannt.
core_there_is_nothing_between_these_brackets = Zwischen diesen Klammern steht nichts.
core_this_bracket_is_not_closed_a_closing_is_missing = Diese Klammer ist nicht geschlossen: Eine „{ $closing }“ fehlt.
core_this_divides_by_zero_which_gives_no_number = Hier wird durch null geteilt, das gibt keine Zahl.
core_this_is_nested_too_deeply_up_to_levels_levels_are_read = Das ist zu tief verschachtelt: Gelesen werden bis zu { $levels } Ebenen.
core_this_is_not_closed_a_second_is_missing = Dieses | ist nicht geschlossen: Ein zweites | fehlt.
core_this_next_closes_a_bracket_that_was_never_opened = Dieses „{ $next }“ schließt eine Klammer, die nie geöffnet wurde.
core_three_hump_camel = Kamel mit drei Höckern
core_three_spirals_after_lang_and_witbrock_1988 = drei Spiralen, nach Lang und Witbrock, 1988
core_true_or_false = true oder false
core_two_half_circles_after_make_moons_of_scikit_learn = zwei Halbkreise, nach make_moons aus scikit-learn
core_two_normal_distributions_around_1_1_and_1_1 = zwei Normalverteilungen um (−1, −1) und (1, 1)
core_two_numbers_side_by_side_put_a_sign_such_as_or_between_them = Zwei Zahlen nebeneinander: Setz ein Zeichen wie + oder * dazwischen.
core_two_sines = Zwei Sinuskurven
core_two_spirals_after_lang_and_witbrock_1988 = zwei Spiralen, nach Lang und Witbrock, 1988
core_two_spirals_as_classifyspiraldata_of_tensorflow_playground_makes_them_d_smilkov_s_carter_2016_apache_2_0 = zwei Spiralen, wie classifySpiralData aus TensorFlow Playground sie erzeugt (D. Smilkov, S. Carter, 2016; Apache-2.0)
core_type_a_formula_such_as_x_2_sin_3x = Gib eine Formel ein, etwa x^2 + sin(3x).
core_type_only_what_the_function_is_such_as_x_2_this_is_an_equation = Gib nur ein, was die Funktion ist, etwa x^2: Das hier ist eine Gleichung.
core_up_to_layers_hidden_layers_widths_of_1_to_units_such_as_6_or_8_8 = die Breiten von bis zu { $layers } verdeckten Schichten, je 1 bis { $units }, etwa 6 oder 8-8
core_up_to_six_optimizers_as_in_sgd_adam_up_to_six_step_sizes_as_in_0_01_0_1_or_starts = bis zu sechs Optimierer wie in sgd,adam, bis zu sechs Schrittweiten wie in 0.01,0.1 oder starts
core_upper = oben
core_use_x_and_y_or_x_and_x_but_not_both = Nimm x und y oder x₁ und x₂, aber nicht beides.
core_velocity_1000_km_s = Geschwindigkeit (1000 km/s)
core_w_the_pull_towards_0_a_move_of_its_own_by_w_x = w: der Zug zur 0, ein eigener Schritt um η w x
core_w_the_pull_towards_0_added_to_the_gradient_as_w_x = w: der Zug zur 0, als w x zum Gradienten addiert
core_weights_numbers_such_as_6_or_0_5_7 = Nummern von Gewichten, etwa 6 oder 0-5-7
core_what_g_starts_from = womit G beginnt
core_what_too_long_for_an_address_save_the_experiment_as_a_file_instead = { $what }: zu lang für eine Adresse; speichere das Experiment stattdessen als Datei.
core_with_y_on_both_sides_this_is_an_equation_type_only_what_the_function_is = Mit y auf beiden Seiten ist das eine Gleichung: Gib nur ein, was die Funktion ist.
core_write_0_05_instead_of_5_and_mod_x_2_for_a_remainder = Schreib 0.05 statt 5 % und mod(x, 2) für einen Rest.
core_write_1_name_x_for_a_reciprocal = Schreib 1/{ $name }(x) für einen Kehrwert.
core_write_atan_y_x_for_an_angle_and_atan_2x_for_a_factor = Schreib atan(y/x) für einen Winkel und atan(2x) für einen Faktor.
core_write_if_x_0_x_2_x_2 = Schreib if(x < 0, x^2, x + 2).
core_write_number_x_for_a_power_of_number_and_exp_number_x_for_one_of_e = Schreib { $number }^x für eine Potenz von { $number } und exp({ $number }x) für eine von e.
core_write_to_divide_a_function_in_pieces_is_x_0_x_2_x_2 = Schreib / zum Teilen. Eine Funktion aus Stücken ist {"{"}x < 0: x^2, x + 2{"}"}.
core_written_has_no_value = { $written } hat keinen Wert.
core_written_is_not_known_here_is_it_near = „{ $written }“ ist hier nicht bekannt. Ist es { $near }?
core_written_is_not_known_here_the_variable_is_first = „{ $written }“ ist hier nicht bekannt: Die Variable ist { $first }.
core_written_is_not_known_here_the_variables_are_first_and_second = „{ $written }“ ist hier nicht bekannt: Die Variablen sind { $first } und { $second }.
core_written_is_not_known_here_the_variables_are_x_and_y_or_another_letter_alone_there_are_pi_e_and_functions_such_as_sin_exp_ln_sqrt = „{ $written }“ ist hier nicht bekannt. Die Variablen sind x und y oder ein anderer Buchstabe allein; es gibt pi, e und Funktionen wie sin, exp, ln, sqrt.
core_year = Jahr
