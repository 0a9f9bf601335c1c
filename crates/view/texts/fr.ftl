## The language itself

language_name = Français
text_direction = ltr
decimal_mark = ,
thousands_mark = {"\u202F"}
coordinates_mark = {"\u00A0"};
number_undefined = indéfini
number_infinite = infini
language = langue
language_hint = La langue de tout ce qui est dit ici.
language_auto = automatique
language_failed = Cette langue n’a pas pu être chargée. Réessayez, ou choisissez-en une autre.

## What lists offer

chart_loss = perte
chart_log_loss = perte, logarithmique
chart_gradients = gradients
chart_weights = poids
chart_answers = réponses
chart_hidden_space = espace caché
chart_sharpness = acuité
chart_learning_rate = taux d’apprentissage
cost_softmax_cross_entropy = entropie croisée (softmax)
cost_squared_error = erreur quadratique
cost_half_squared_error = demi-erreur quadratique
cost_absolute_error = erreur absolue
cost_binary_cross_entropy = entropie croisée binaire
data_penguins = manchots
data_iris = iris
data_nebulae = nébuleuses
data_sunspots = taches solaires
data_petals = pétales
data_gaussians = nuages gaussiens
data_circles = cercles
data_moons = croissants
data_spirals = spirales
data_playground_spirals = spirales du Playground
data_spirals3 = trois spirales
data_checkerboard = damier
initialization_uniform = uniforme
initialization_zeros = zéros

## The pictures

loss = perte
iteration = itération
train = entraînement
test = test
validation = validation
weight_name = { $from } → { $to }
weight_axis = poids { $name }
weight_frozen = { $name }, figé
bias_name = biais → { $to }
hidden_unit = unité { $number }
hidden_unit_of_layer = couche { $layer } unité { $number }
axis_with_unit = { $name } ({ $unit })
axis_of = { $variable } : { $name }
slope_mark = pente { $slope }
slope_mark_two = pentes { $left } et { $right }
slope_mark_none = pas de pente
slope_two = { $left } à gauche, { $right } à droite
slope_none = aucune
step_mark = prochain pas
leaves_mark = ici la bille sort de l’image
step_mark_magnified = prochain pas, × { $factor }
square_mark = une erreur, au carré
loss_of_batch = perte, exemples de ce pas ({ $count })
loss_of_all = perte, exemples d’entraînement ({ $count })

## What coloured words stand for

sign_slope = Bleu : la pente ici, ou le gradient ; il indique la montée, et sa flèche est d’autant plus longue que la pente est raide.
sign_ball = Orange : la bille, c’est-à-dire l’endroit où l’on est.
sign_step = Vert : le prochain pas, et ce qui va avec.
sign_positive = Bleu-vert, trait plein : au-dessus de 0.
sign_negative = Brun, tirets : au-dessous de 0.
sign_ghost = Violet, tirets : une prévision, ou un essai abandonné.
sign_ink = En gras : ce qui est fait.

## The one sentence

sentence_start = { $start }, { $accuracy } des réponses sont justes. Chaque pas déplace tous les poids [step:vers le bas] du coût (la perte : l’erreur commise).
sentence_start_level = { $start }, { $accuracy } des réponses sont justes. La [slope:pente] du coût (l’erreur commise) vaut ici [slope:{ $slope }] : le long de ce poids, le terrain est plat. Appuie sur « Lancer ».
sentence_start_values_level = { $start }, la [ball:courbe] a une { $cost } de { $loss }. La [slope:pente] vaut ici [slope:{ $slope }] : le long de ce poids, le terrain est plat. Appuie sur « Lancer ».
start_random = Avec des poids au hasard
start_zeros = Avec des poids tous nuls
start_equal = Avec des poids tous égaux
start_given = Avec les poids choisis
sentence_start_values = { $start }, la [ball:courbe] a une { $cost } de { $loss }. L’entraînement déplace chaque poids pour la faire descendre : celui-ci a la [slope:pente] [slope:{ $slope }], donc on descend { $direction }.
sentence_given = La [slope:rétropropagation] a donné à chaque poids son gradient, à celui-ci [slope:{ $slope }].
sentence_moved = { " " }Chacun est allé à l’opposé : celui-ci de [step:{ $move }].
sentence_uphill = { " " }Sa vitesse l’a quand même fait monter, de [step:{ $move }].
sentence_frozen = { " " }Mais ce poids est figé : aucun pas ne le déplace.
sentence_epoch_begun = Époque 1 : { $seen } exemples vus sur { $count }.
sentence_epochs =
    { $n ->
        [one] Époque 1 : les { $count } exemples vus une fois.
       *[other] Époque { $epoch } : les { $count } exemples vus { $epoch } fois.
    }
sentence_fell = { " " }Le coût est tombé de { $from } à { $to }.
sentence_rose = { " " }Le coût est monté de { $from } à { $to }.
sentence_right = { " " }{ $to } de réponses justes, contre { $from } au départ.
sentence_worse = [warning:Le coût est plus grand qu’au départ :] les pas sont trop longs. Recommence, puis diminue le taux d’apprentissage.
sentence_diverged = [warning:Arrêt] à l’itération { $iteration } : { $what } n’a plus de valeur finie (courbure maximale avant : { $curvature }). Recommence, puis diminue le taux d’apprentissage.
sentence_diverged_grew = [warning:Arrêt] à l’itération { $iteration } : { $what } n’a plus de valeur finie ; la perte avait augmenté { $grew } fois de suite (courbure maximale : { $curvature }). Recommence, puis diminue le taux d’apprentissage.
left = vers la gauche
right = vers la droite
way_none = c’est plat, rien ne descend
quantity_parameter = un poids
quantity_loss = la perte
quantity_gradient = le gradient

## The one sentence of a ball on a function of x

line_start = En [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }], donc on descend { $direction }. Avec une taille de pas de { $rate }, la bille [step:{ $move }].
line_moving = En [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }], donc on descend { $direction }. Avec une taille de pas de { $rate }, la bille [step:{ $move }].
line_overshot = Le dernier pas a franchi le fond : en [ball:{ $place }], la [slope:pente] vaut maintenant [slope:{ $slope }], donc on redescend { $direction }. La bille [step:{ $move }].
line_climbed = [warning:Trop loin :] de l’autre côté du fond et plus haut qu’avant. En [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }] ; avec une taille de pas de { $rate }, la bille [step:{ $move }].
line_uphill = En [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }], donc on descend { $direction } ; mais sa vitesse fait monter la bille : elle [step:{ $move }].
line_level = En [ball:{ $place }], la [slope:pente] vaut [slope:0] : la bille est au repos { $rests }.
line_level_moving = En [ball:{ $place }], la [slope:pente] vaut pratiquement [slope:0], mais la bille n’est pas au repos : sa vitesse l’emporte, et elle [step:{ $move }].
line_left = [warning:La bille est sortie de l’image :] elle est en { $place }, où la [slope:pente] vaut [slope:{ $slope }]. Recommence, puis essaie un autre départ ou une taille de pas plus petite.
move_to = se déplace de { $far } { $way }, jusqu’à { $next }
move_far = s’envole { $way }, loin hors de l’image
move_none = reste sur place
place_far = un point loin hors de l’image

## Where the function has no one slope

line_kink = En [ball:{ $place }], la courbe a un point anguleux : sa [slope:pente] vaut [slope:{ $left }] à gauche et [slope:{ $right }] à droite, et au point même il n’y en a pas.
line_jump = En [ball:{ $place }], la courbe saute : { $left } à gauche, { $right } à droite ; elle n’y a pas de pente.
line_upright = En [ball:{ $place }], la courbe n’a pas de pente : quand on s’en approche, elle devient de plus en plus raide, sans limite.
line_oscillating = En [ball:{ $place }], la courbe n’a ni valeur ni pente : quand on s’en approche, elle monte et descend sans fin, si bien qu’elle n’a pas de limite.
line_shaking = En [ball:{ $place }], la courbe n’a pas de pente : quand on s’en approche, elle monte et descend sans fin, de moins en moins haut mais jamais moins raide.
plane_oscillating = En [ball:{ $place }], la surface n’a ni valeur ni gradient : selon { $axis }, elle monte et descend sans fin, si bien qu’elle n’a pas de limite.
plane_shaking = En [ball:{ $place }], la surface n’a pas de gradient : selon { $axis }, elle monte et descend sans fin, de moins en moins haut mais jamais moins raide.
plane_kink = En [ball:{ $place }], la surface a un point anguleux : selon { $axis }, sa [slope:pente] vaut [slope:{ $left }] d’un côté et [slope:{ $right }] de l’autre, et au point même il n’y a pas de gradient.
plane_jump = En [ball:{ $place }], la surface saute selon { $axis }, de { $left } à { $right } : elle n’y a pas de gradient.
plane_upright = En [ball:{ $place }], la surface n’a pas de gradient : selon { $axis }, elle devient de plus en plus raide, sans limite.
broken_mean = La descente de gradient doit choisir : elle prend la moyenne, [slope:{ $slope }], et avec une taille de pas de { $rate }, la bille [step:{ $move }].
broken_mean_rests = La descente de gradient doit choisir : elle prend la moyenne, [slope:{ $slope }], si bien qu’aucun pas ne mène ailleurs.
broken_rule = La descente de gradient doit choisir : elle prend [slope:{ $slope }], ce que donnent les règles de dérivation appliquées aveuglément, et avec une taille de pas de { $rate }, la bille [step:{ $move }].
broken_rule_rests = La descente de gradient doit choisir : elle prend [slope:{ $slope }], ce que donnent les règles de dérivation appliquées aveuglément, si bien qu’aucun pas ne mène ailleurs.

tangent_start = En [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }] : quand on avance de 1 vers la droite, la tangente { $tilt } de { $size }. On descend { $direction }.
up = monte
down = descend
secant_rises = Sur { $run } vers la droite, la courbe monte de { $size } : la pente entre les deux points est { $rise } / { $run } = { $slope }.
secant_falls = Sur { $run } vers la droite, la courbe descend de { $size } : la pente entre les deux points est { $rise } / { $run } = { $slope }.
run_mark = avance { $run }
rise_mark = montée { $rise }
secant_mark = entre les deux : { $slope }
part_x = selon x { $slope }
part_y = selon y { $slope }

## The scenes

scenes = Scènes de la leçon
scene_derivative = Dérivée
scene_gradient = Gradient
scene_descent = Descente
scene_neuron = Neurone
scene_network = Réseau
drop = Lâcher la bille
secant = second point
secant_hint = Un second point de la courbe, à cette distance vers la droite. Rapproche-le, sur la courbe ou ici : la droite qui passe par les deux points devient la tangente.
iterations = nombre de pas
iterations_hint = S’arrête après ce nombre de pas ; 0 : sans fin.
part = Étape suivante
part_hint = Une étape du pas à la fois, de ① à ④.
four_steps = Les quatre étapes
next_scene = Suite : { $scene }
four_1 = Calcule le [slope:gradient] au [ball:point] actuel.
four_1_line = gradient = { $f } = { $gradient }
four_2 = Regarde son sens : on descend dans le sens opposé.
four_2_level = Regarde son sens : le gradient vaut 0, rien ne descend.
four_2_line = −gradient = { $downhill } : { $way }
four_3 = [step:Déplace] le point en descendant, de taille du pas × gradient.
four_3_other = [step:Déplace] le point de −taille du pas × { $factors }.
four_3_search = [step:Déplace] le point du pas que la recherche a trouvé.
four_3_line = { $name } ← { $place } − { $rate } × { $factor } = { $next }
four_3_line_other = { $name } ← { $place } + déplacement { $move } = { $next } ; déplacement = −{ $product }
four_3_line_search = { $name } ← { $place } + déplacement { $move } = { $next }
network_1 = [ink:Calcule] : en avant jusqu’au coût, puis par [slope:rétropropagation] jusqu’aux gradients.
network_2 = [ink:Regarde] : on descend à l’opposé du [slope:gradient].
network_2_level = [ink:Regarde] : le gradient vaut 0, rien ne descend.
network_3 = [step:Déplace] chaque poids de −taux d’apprentissage × gradient.
network_3_other = [step:Déplace] chaque poids de −taux d’apprentissage × { $factors }.
network_4 = [ink:Répète] : { $done } sur { $all }. Époques (tous les exemples une fois) : { $complete }.
network_4_open = [ink:Répète]. Époques (tous les exemples une fois) : { $complete }.
way_forward = en avant
way_back = rétropropagation
way_cost = coût { $cost }
network_4_line = époque { $epoch } : { $seen } sur { $of } exemples vus
neuron_1 = Calcule le [slope:gradient] par rétropropagation.
neuron_1_line = moyenne sur { $samples } : { $gradient }
neuron_2_line = −gradient = { $downhill }
neuron_3 = [step:Déplace] poids et biais en descendant, de taille du pas × gradient.
neuron_3_other = [step:Déplace] poids et biais de −taille du pas × { $factors }.
neuron_3_line = { $place } − { $rate } × { $gradient } = { $next }
neuron_3_line_other = { $place } + déplacement { $move } = { $next } ; déplacement = −{ $product }
neuron_3_line_frozen = { $place } + déplacement { $move } = { $next }
neuron_4_line = époques jusqu’ici : { $done }
network_1_line = { $count } pentes, moyenne sur { $samples } ; longueur { $length }
network_2_line = le plus raide et le plus déplacé : { $weight }, −gradient { $downhill }
network_2_line_two = le plus raide : { $steepest }, −gradient { $steep } ; le plus déplacé : { $weight }, −gradient { $downhill }
network_3_line = { $weight } : −{ $product } = { $move } ; { $place } { $move } = { $next }
network_3_line_frozen = { $weight } : { $place } { $move } = { $next }
four_4 = Répète : { $done } sur { $all }.
four_4_open = Répète : { $done } jusqu’ici.
four_4_line = retour à ①
four_4_line_over = fin
stop_enough = [warning:Arrêt :] le nombre de pas ({ $all }) est atteint.
stop_epochs = [warning:Arrêt] après { $done } pas : le nombre d’époques ({ $epochs }) est atteint.
stop_reached = [warning:Arrêt] après { $done } pas : la perte d’entraînement est de { $target } ou moins.
stop_stalled = [warning:Arrêt] après { $done } pas : aucun progrès de la perte d’entraînement en { $patience } pas ; c’est elle qu’on surveille, car aucun exemple n’est gardé pour la validation.
stop_stalled_validation = [warning:Arrêt] après { $done } pas : aucun progrès de la perte de validation en { $patience } pas. Elle était la plus basse, { $lowest }, après { $best } pas.
stop_restored = [warning:Arrêt] après { $end } pas : aucun progrès de la perte de validation en { $patience } pas. Les poids de l’itération { $best }, où elle était la plus basse ({ $lowest }), sont rétablis.
waits_validation = { " " }Patience : la perte de validation n’a pas baissé depuis { $waited } pas sur { $patience }.
waits_training = { " " }Patience : la perte d’entraînement n’a pas baissé depuis { $waited } pas sur { $patience } ; c’est elle qu’on surveille, car aucun exemple n’est gardé pour la validation.
stop_go_on = { " " }Pour continuer, change « { $rule } » sous « Plus ».
epochs = nombre d’époques
epochs_hint = S’arrête après ce nombre d’époques ; 0 : sans fin. Pendant une époque, chaque exemple d’entraînement est vu une fois.
target_loss = perte visée
target_loss_hint = S’arrête quand la perte d’entraînement est aussi basse. Vide : sans fin.
search = recherche
search_hint = Ne laisse visibles que les réglages en rapport avec ce qui est tapé ici.
beginning = Où cela commence
samples_group = Exemples
network_group = Réseau
descent_group = Comment on descend
ending = Quand s’arrêter
patience = patience
patience_hint = S’arrête après ce nombre d’itérations où la perte de validation n’a pas baissé d’un dix-millième de sa valeur, et les poids de la perte la plus basse sont rétablis. Si aucun exemple n’est gardé pour la validation, c’est la perte d’entraînement qu’on surveille, et les poids restent. 0 : sans fin.
halve = Pas deux fois plus petit
halve_network = Taux deux fois plus petit
settle = Prendre un pas qui mène au repos : { $rate }
settle_hint = De toutes les tailles de pas du curseur, celle avec laquelle la bille s’immobilise le plus tôt depuis ce départ. « Annuler » revient en arrière.
halve_hint = Revient avant que la perte commence à augmenter, et divise la taille du pas par deux. « Annuler » revient en arrière.
stop_level = [warning:Arrêt] après { $done } pas : le gradient vaut pratiquement 0.
stop_diverged = [warning:Arrêt] après { $done } pas : les nombres suivants ne peuvent pas être calculés.
reduced_motion = Ton système demande moins d’animations : « Lancer » fait un pas à la fois.

## A step of a network under the microscope

sample = exemple
sample_all = tous
sample_hint = Suis un exemple du prochain pas à travers le réseau : tape son numéro, ou clique sur son point. Vide : tous.
no_sample = Exemples dans ce pas : { $count }. Choisis-en un de 1 à { $count }, ou aucun pour les voir tous.
sample_not_in_step = Ce point n’est pas dans le prochain pas : seuls les points cerclés y sont.
chain_rule = Règle de la chaîne
micro_forward = Aller, couche { $layer } sur { $of } : chaque unité pondère ce qui arrive, ajoute son biais et transmet sa [ball:valeur].
micro_cost_one = Le coût : la réponse est comparée à la valeur attendue ({ $expected }). Pour cet exemple, il vaut { $cost }.
micro_cost = Le coût : les réponses sont comparées aux valeurs attendues. Moyenne sur les exemples ({ $count }) : { $cost }.
micro_cost_penalty = Le coût : les réponses sont comparées aux valeurs attendues. Moyenne sur les exemples ({ $count }) : { $cost } ; la pénalité ajoute { $penalty }.
micro_backward_last = Retour, couche { $layer } sur { $of } : le coût est connu, donc chaque sortie connaît son [slope:gradient] (δ).
micro_backward = Retour, couche { $layer } sur { $of } : il faut les [slope:gradients] (δ) des neurones suivants, et ceux de la couche { $next } sont maintenant connus.
micro_line_forward = phase { $part } sur { $all } : aller
micro_line_cost = phase { $part } sur { $all } : coût
micro_line_backward = phase { $part } sur { $all } : retour
chain_one = [ball:{ $weight }], { $sample } sur { $count } ({ $expected })
chain_all = [ball:{ $weight }], moyenne sur { $count }
chain_sum = somme pondérée des [slope:δ] suivants
chain_cost_slope = pente du coût
chain_mask = facteur du dropout
chain_slope = pente de l’activation
chain_input = entrée
chain_bias = 1, car c’est un biais
chain_product = son [slope:gradient]
chain_measured = mesuré
chain_kinked = mesuré, à un point anguleux
chain_mean = moyenne sur tous ({ $count })
chain_penalty = pente de la pénalité
chain_gradient = [slope:gradient]
chain_step = [step:−{ $rate } × gradient]
chain_move = [step:déplacement par { $optimizer }]
chain_next = [ball:poids] ensuite

## The same on a function of x and y

plane_start = En [ball:{ $place }], le [slope:gradient] est [slope:{ $slope }], les pentes selon x et y réunies en une flèche : elle indique la montée la plus raide, { $uphill }. La bille va dans l’autre sens : elle [step:{ $move }].
plane_moving = En [ball:{ $place }], le [slope:gradient] est [slope:{ $slope }] : on monte { $uphill }. Avec une taille de pas de { $rate }, la bille [step:{ $move }].
plane_overshot = Le dernier pas a franchi la vallée : en [ball:{ $place }], le [slope:gradient] est [slope:{ $slope }], on monte { $uphill }. La bille [step:{ $move }].
plane_climbed = [warning:Trop loin :] de l’autre côté de la vallée et plus haut qu’avant. En [ball:{ $place }], le [slope:gradient] est [slope:{ $slope }] ; avec une taille de pas de { $rate }, la bille [step:{ $move }].
plane_uphill = En [ball:{ $place }], le [slope:gradient] est [slope:{ $slope }] : on monte { $uphill } ; mais sa vitesse fait monter la bille : elle [step:{ $move }].
plane_level = En [ball:{ $place }], le [slope:gradient] vaut [slope:0] : la bille est au repos { $rests }.
plane_level_moving = En [ball:{ $place }], le [slope:gradient] vaut pratiquement [slope:0], mais la bille n’est pas au repos : sa vitesse l’emporte, et elle [step:{ $move }].
plane_left = [warning:La bille est sortie de l’image :] elle est en { $place }, où le [slope:gradient] est [slope:{ $slope }]. Recommence, puis essaie un autre départ ou une taille de pas plus petite.

## How a run has ended

count_of_steps =
    { $n ->
        [one] 1 pas
       *[other] { $count } pas
    }
slope_word = pente
rest_global = [ball:La bille] s’est immobilisée au point le plus bas de l’image (le minimum global), après { $steps }.
rest_other = { " " }Le minimum local (relatif) est plus haut de { $number }.
rest_one_of = [ball:La bille] s’est immobilisée, après { $steps }, à l’un des { $number } points les plus bas de l’image : ce sont des minimums globaux, tous à la même hauteur.
rest_along = [ball:La bille] s’est immobilisée dans une vallée plate, aussi basse que possible dans l’image : chacun de ses points est un minimum global.
rest_local = [ball:La bille] s’est immobilisée dans un minimum local (relatif). Le point le plus bas, le minimum global, est plus bas de { $number } : essaie un autre départ.
rest_local_open = [ball:La bille] s’est immobilisée dans un minimum local (relatif), pas au point le plus bas : ailleurs dans l’image, on descend plus bas. Essaie un autre départ.
rest_minimum = [ball:La bille] s’est immobilisée dans un minimum, après { $steps }.
rest_top = [ball:La bille] s’est immobilisée sur un sommet (un maximum) : là, [slope:{ $slopes }] = 0. Une petite poussée, et elle roulerait vers le bas.
rest_saddle = [ball:La bille] s’est immobilisée sur un point-selle : [slope:{ $slopes }] = 0, mais il y a plus bas à côté. Une petite poussée, et elle roulerait plus loin.
rest_level = [ball:La bille] s’est immobilisée sur un terrain plat, où aucun pas ne mène plus loin, mais ailleurs on descend plus bas. Essaie un autre départ.
rest_level_lowest = [ball:La bille] s’est immobilisée sur un terrain plat, aussi bas que possible dans l’image, après { $steps }.
rest_somewhere = [ball:La bille] s’est immobilisée, après { $steps } : ici, [slope:{ $slopes }] = 0, et aucun pas ne mène plus loin.
rest_outside = [ball:La bille] s’est immobilisée hors de l’image, en { $place }. Y a-t-il plus bas alentour ? Personne n’a regardé.
ended_moving = Tous les pas sont faits ({ $steps }), mais [ball:la bille] n’est pas au repos : [slope:{ $slopes }] = [slope:{ $slope }]. Pour continuer, augmente le nombre de pas.
ended_almost_lowest = [ball:La bille] est presque immobile (encore { $more }) au point le plus bas de l’image (le minimum global). Tous les pas sont faits ({ $steps }).
ended_almost_local = [ball:La bille] est presque immobile (encore { $more }) dans un minimum local (relatif) : le minimum global est plus bas de { $number }. Tous les pas sont faits ({ $steps }). Essaie un autre départ.
ended_left = [warning:La bille est sortie de l’image :] depuis le pas { $since }, chaque pas est plus long que le précédent.
ended_far = [warning:La bille est loin hors de l’image :] les pas étaient trop longs.
ended_settles = Avec le même départ, une taille de pas de { $rate } mène au repos.
ended_advice = Recommence, puis essaie un autre départ ou une taille de pas plus petite.
rests_bottom = au fond d’un creux
rests_top = sur un sommet, tant que rien ne la pousse
rests_saddle = sur un point-selle, tant que rien ne la pousse
rests_flat = sur un terrain plat
stopped_no_value = [warning:Arrêt] au pas { $iteration } : le pas menait en { $place }, où la fonction n’a pas de valeur. Recommence, puis essaie un autre départ ou une taille de pas plus petite.
stopped_no_slope = [warning:Arrêt] au pas { $iteration } : en { $place }, la fonction n’a pas de pente, donc rien n’indique la descente. Essaie un autre départ.
stopped_too_large = [warning:Arrêt] avant le pas { $iteration } : il enverrait la bille si haut que ses nombres seraient trop grands pour être calculés. Recommence, puis diminue la taille du pas.
nowhere_a_value = [warning:Aucune valeur dans cette image :] la fonction n’y est définie nulle part. Regarde un autre domaine (voir « Plus »), ou tape une autre fonction.
start_too_large = [warning:Trop haut ici :] en { $place }, la valeur est trop grande pour être calculée. Fais glisser la bille là où c’est plus bas, ou choisis un autre départ.
start_no_value = [warning:Pas de valeur ici :] en { $place }, la fonction n’est pas définie. Fais glisser la bille là où elle l’est, ou choisis un autre départ.
way_0 = vers l’est
way_1 = vers le nord-est
way_2 = vers le nord
way_3 = vers le nord-ouest
way_4 = vers l’ouest
way_5 = vers le sud-ouest
way_6 = vers le sud
way_7 = vers le sud-est
invitation = fais glisser la bille
too_fast_to_draw = varie trop vite pour cette image : zoome

## The places with a mark

spots = Points marqués
spots_none = Aucun.
spots_searching = Recherche …
spots_line = Recherche sur { $count } points.
spots_plane = Recherche sur une grille de { $count } × { $count } points.
spots_more = … et { $count } de plus, sans marque.
spot_at = où
spot_value = hauteur
mark_lowest = minimum global
mark_dip = minimum local
mark_top = sommet
mark_saddle = col
spot_global = le plus bas trouvé dans l’image
spot_local = minimum local (relatif)
flag_global = ★ le plus bas en vue (minimum global)
flag_local = ○ un creux : minimum local (relatif)
flag_local_higher = ○ creux, plus haut de { $number } : minimum local (relatif)
spot_maximum = sommet (maximum)
spot_saddle = point-selle
spot_flat = endroit plat
spot_kink = point anguleux
spot_edge = le plus bas des environs, au bord
spot_edge_lowest = le plus bas trouvé dans l’image, au bord
spot_uncertain = plat ici : ni minimum ni maximum n’est certain
spot_at_kink = { $name }, à un point anguleux
spot_at_jump = { $name }, à un saut
spot_along = { $name }, tout le long d’une ligne
spot_along_kink = { $name }, tout le long d’une arête
spots_endless = Rien n’est le plus bas ici : dans cette image, la fonction descend sans fin.
spots_elsewhere = Aucun d’eux n’est le plus bas : dans cette image, la fonction descend aussi plus bas, là où elle n’a pas de point le plus bas.

## Which minimum?

basins = Quel minimum ?
basins_hint = Colorie chaque départ selon le minimum où la bille arrive avec ces réglages. Plus sombre : plus tard.
basins_searching = Recherche des minimums …
basins_note = Où arrive la bille depuis chaque départ ; plus sombre : plus tard.
basin = { $number } { $mark } { $place } : { $share }
basin_share_least = moins de 1 %
basins_rest = autres ({ $count }) : { $share }
basins_unsettled = pas stable après { $steps } pas : { $share }
basins_left = hors de l’image : { $share }
basins_stopped = à l’arrêt, sans valeur : { $share }

## Predict, then reveal

with_numbers = Avec les nombres
with_numbers_hint = Écrit dans les formules les nombres du point où est la bille.
predict = Prévoir
predict_hint = Demande où sera la bille : fais-y glisser le fantôme en tirets, ou utilise les flèches ; puis fais le pas, et regarde.
guess_note = Fais glisser le cercle en tirets, clique, ou utilise les flèches.
guess_ask = Où sera la [ball:bille] ? Elle est en [ball:{ $place }], la [slope:pente] vaut [slope:{ $slope }], la taille du pas { $rate }. Fais-y glisser le [ghost:cercle en tirets], puis appuie sur « Un pas ».
guess_made = Depuis [ball:{ $place }], tu prévois [ghost:{ $guess }]. Appuie sur « Un pas », et regarde.
guess_told =
    { $n ->
        [one] Tu avais prévu [ghost:{ $guess }]. Après un pas, la bille est en [ball:{ $place }] : [ghost:{ $apart } d’écart]. Fais glisser le cercle pour prévoir encore.
       *[other] Tu avais prévu [ghost:{ $guess }]. Après { $steps } pas, la bille est en [ball:{ $place }] : [ghost:{ $apart } d’écart]. Fais glisser le cercle pour prévoir encore.
    }

## A race

race = course
race_hint = Plusieurs billes roulent en même temps, avec le même nombre de pas : d’un seul départ avec plusieurs optimiseurs ou tailles de pas, ou de dix départs.
race_lanes_hint = Qui court : jusqu’à six optimiseurs, comme sgd,adam, jusqu’à six tailles de pas, comme 0.01,0.1, ou starts pour des départs. La graine dit lesquels.
race_alone = une bille
race_optimizers = six optimiseurs
race_rates = six tailles de pas
race_starts_name = dix départs
drop_ten = En lâcher dix
drop_ten_hint = Lâche dix billes de dix endroits de l’image, et montre quel minimum chacune trouve. Encore une fois : de nouveau une seule bille.
race_table = Qui est où
race_who = qui
heights_title = Hauteur au fil des pas
heights_note = Une ligne par bille du tableau.
heights_label = La hauteur de chaque bille de la course au fil des pas.
race_start = { $count } billes partent du même endroit et ne diffèrent que par une chose : { $what }. Appuie sur « Lancer » : chacune fait le même nombre de pas.
race_starts = { $count } billes attendent en { $count } endroits, avec les mêmes réglages. Appuie sur « Lancer », et regarde quel minimum chacune trouve.
race_moment = Après { $steps } pas, la bille [racer-1:{ $lowest }] est la plus basse, à la hauteur { $height }. Sur { $count } : { $stand }.
race_none = Après { $steps } pas, aucune bille n’est plus dans l’image : { $stand }. Une taille de pas plus petite les y retient.
race_row = en { $place } : { $how }
race_row_from = de { $start } à { $place } : { $how }
race_settled = au repos
race_settled_in = au repos, { $sign } { $name }
race_left = hors de l’image
race_stopped = à l’arrêt, sans valeur
race_going = encore en route

## What comes of a step size

ahead_settles =
    { $n ->
        [one] se stabilise après 1 pas
       *[other] se stabilise après environ { $settled } pas
    }
ahead_bounces = oscille encore après { $steps } pas
ahead_crawls = traîne encore après { $steps } pas
ahead_leaves = sort de l’image
ahead_stops = s’arrête là où il n’y a pas de valeur
dial_here = Depuis le départ : { $how }.
dial_at = { $rate } : { $how }
dial_rule = Près de { $place }, en règle générale : │ dépasse le fond au-dessus de { $overshoots }, ┃ se stabilise au-dessous de { $settles }.
dial_no_rule = Pas de règle générale : cet optimiseur change ses pas lui-même.
dial_no_minimum = Pas de règle générale ici.
dial_label = Tailles de pas depuis ce départ : { $stretches }.
dial_stretch = de { $from } à { $to } : { $how }
dial_place = { $from } : { $how }
dial_settles = se stabilise
dial_bounces = oscille
dial_crawls = traîne
dial_leaves = sort
dial_stops = s’arrête

## The page of a function

function = fonction
function_hint = Tape une formule, par exemple x^2 + sin(3x), 2x e^(-x^2), |x|, {"{"}x<0: x^2, x+2{"}"}, x^(2/3), racine réelle même à gauche de 0, ou, avec x et y, x^2 - y^2.
function_task = Une bille sur une fonction : { $name }
function_typed = la tienne
function_name = { $name } : { $formula }
functions = ou l’une de celles-ci
functions_hint = Des fonctions qui ont un nom, chacune avec son propre départ.
functions_1 = une variable : une courbe
functions_2 = deux variables : une surface
step_size = taille du pas
step_size_hint = Jusqu’où va chaque pas : pas = −taille du pas × pente.
start = départ
start_hint = Où part la bille : un nombre, ou deux séparés par une virgule.
domain = Ce que l’on voit
domain_hint = D’où à où s’étend l’image.
domain_x_from = domaine : x de
domain_x_to = x à
domain_y_from = y de
domain_y_to = y à
condition_number = conditionnement
condition_number_hint = Combien de fois la cuvette est plus courbée dans une direction que dans l’autre.
steps = pas
x = x
y = y
height = hauteur f
slope = pente f′
slope_x = pente selon x
slope_y = pente selon y
steepness = raideur
step_x = prochain pas en x
step_y = prochain pas en y
secant_run = second point : avance
secant_rise = second point : montée
secant_slope = taux de variation
second_derivative = courbure f″
bend_most = courbure maximale
bend_least = courbure minimale
bend_along = { $value } selon { $direction }
derivative = Dérivée
derivative_title = Sa pente partout : la dérivée
derivative_note = Là où elle vaut 0, la tangente est horizontale.
derivative_label = La dérivée de la fonction, avec la pente à l’endroit de la bille.
line_title = Bille sur une courbe
line_note = Fais glisser la bille, clique, ou utilise les flèches.
line_label = La courbe de la fonction avec la bille, la tangente et le prochain pas. Les flèches déplacent le départ.
plane_map_note = Fais glisser la bille, clique, ou utilise les flèches. Échelles égales ; { $lines }.
plane_map_note_unequal = Fais glisser la bille, clique, ou utilise les flèches. Les échelles de x et de y diffèrent ; { $lines }.
lines_even = une ligne tous les { $step } de hauteur
lines_rising = lignes à 1, 2, 5, 10, … au-dessus du plus bas
plane_map_label = Carte des lignes de niveau de la fonction, avec la bille, sa trace, le gradient et le pas. Les flèches déplacent le départ.
plane_surface_label = Surface de la fonction. Les flèches la font tourner.
facts = Infos
written = La fonction et sa dérivée
too_long = trop longue pour être écrite ici ; l’image est exacte quand même
derivation = D’où vient cette dérivée
derivation_of_two = D’où viennent ces dérivées
derivation_note = Dans chaque dérivée, l’autre variable est fixée : elle compte comme un nombre.
rule_constant = Constante : elle ne varie pas, donc sa pente est 0
rule_variable = La variable elle-même : x′ = 1
rule_sum = Somme : (u + v)′ = u′ + v′
rule_factor = Facteur constant : (c u)′ = c u′
rule_product = Produit : (u v)′ = u′ v + u v′
rule_quotient = Quotient : (u/v)′ = (u′ v − u v′)/v²
rule_power = Puissance : (xⁿ)′ = n xⁿ⁻¹
rule_chain = Chaîne : f(u)′ = f′(u) u′
rule_exponent = Exposant variable : (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln(u) v′
rule_larger = Le plus grand ou le plus petit : la pente de celui qui compte ; step vaut 0 ou 1
rule_pieces = Par morceaux : chaque morceau a sa propre pente ; une comparaison vaut 1 ou 0, et sa pente 0
function_source = Source : { $source }.

## The page

name = Downhill
task = Un réseau apprend à distinguer : { $classes }
play = Lancer
play_again = Relancer
pause = Pause
play_hint = Un pas à chaque image de l’écran, jusqu’à la pause. Touche : espace.
step = Un pas
step_hint = Un pas en avant. Touche : point.
step_back = Un pas en arrière
step_back_hint = Un pas en arrière, aux mêmes nombres qu’avant. Touche : virgule.
reset = Recommencer
reset_hint = Retour au début, avec tous les réglages actuels ; ce qui a été calculé est oublié.
recomputing = Nouveau calcul : { $percent } %
stop_recomputing = Arrêter
stop_recomputing_hint = Reste à ce qui est déjà calculé ; le reste est laissé de côté.
undo = Annuler
undo_hint = Annule le dernier changement d’un réglage. Touches : Ctrl+Z.
stopped = La figure s’est arrêtée à cause d’une erreur interne. Elle peut reprendre où elle en était.
timeline = ligne du temps
timeline_hint = Tous les moments de cet essai, en avant et en arrière. Change un réglage au milieu, et un autre essai commence là.
to_start = Au début
to_end = Au dernier pas fait
rose = 1re hausse : pas { $iteration }
rose_hint = Va au premier pas après lequel la bille, ou la perte, est plus haut qu’avant.
step_of = pas { $at } sur { $furthest }
step_first = pas 0
iteration_speed = itération { $at }, { $speed } par seconde
iteration_of = itération { $at } sur { $furthest }
epoch_iteration_of = époque { $epoch }, itération { $at } sur { $furthest }
iteration_first = itération 0
more = Plus
more_hint = Tous les autres réglages.
less = Moins
learning_rate = taux d’apprentissage (taille du pas)
learning_rate_alone = taux d’apprentissage
learning_rate_hint = Jusqu’où va chaque pas : pas = −taux d’apprentissage × gradient.
weight = poids
weight_hint = Le poids le long de la courbe. Clique sur un poids du schéma, ou choisis-le ici.
weight_value = valeur de ce poids
weight_value_hint = La valeur du poids qui porte la bille, à partir de cette itération. Tu peux aussi faire glisser la bille sur sa courbe. « Annuler » revient en arrière.
freeze = Figer
freeze_hint = Retient ce poids : son gradient est toujours là, mais aucun pas ne le déplace. Une barre traverse son trait.
frozen = poids figés
second_weight = second poids
second_weight_hint = L’autre poids de la carte et de la surface.
seed = graine
seed_hint = D’où vient tout le hasard : la même graine donne le même essai.
new_start = Nouveau départ
new_start_hint = D’autres poids au hasard, et un autre choix d’exemples gardés pour la validation et le test.
data = données
data_own = les tiennes
data_hint = À partir de quoi le réseau apprend.
save = enregistrer
save_hint = Le réseau tel qu’il est, ses données, ou son historique. Les programmes, une fois exécutés, affichent la perte indiquée ici.
export_numpy = programme NumPy
export_pytorch = programme PyTorch
export_weights = poids (JSON)
export_data = données et réponses (CSV)
export_history = historique de l’essai (CSV)
export_experiment = expérience (JSON)
download = Télécharger
download_hint = Enregistre le fichier choisi à côté.
copy = Copier
copy_hint = Copie le texte du fichier, pour le coller ailleurs.
copied = copié
copy_failed = Le navigateur n’a pas laissé la page copier. Utilise plutôt « Télécharger ».
read_rows = Lignes lues : { $rows }.
read_missing = Lignes laissées de côté, car une case manque : { $count } ; la première : ligne { $line }, { $column }.
read_skipped = Lignes sautées, car elles commencent par # ou précèdent le tableau : { $count } ; la première : ligne { $line }.
read_row_numbers = Laissé de côté, simple numéro de ligne : { $columns }.
read_dates = Laissé de côté, car ce sont des dates : { $columns }. Comme entrée, une date est son année avec des décimales.
read_units = Laissé de côté, car les nombres n’ont pas tous la même unité : { $columns }. Donne-leur une seule unité, ou aucune.
read_month_first = Dans { $columns }, le mois est lu en premier. Si c’est le jour, écris les dates comme 2024-12-31.
read_unused = Laissé de côté, sans nombres ou non choisi : { $columns }.
left_out = Cela a été laissé de côté.
columns = À quoi servent les colonnes
columns_hint = Cette colonne est donnée au réseau, doit être apprise, ou est laissée de côté.
role_input = entrée
role_target = cible : à apprendre
role_unused = laissée de côté
classes = Nombres = classes
classes_hint = Les nombres de la cible désignent-ils des classes, comme 0, 1, 2, ou sont-ils des valeurs ?
paste = ou colle des lignes ici
paste_hint = Des lignes d’un tableur ou d’un fichier CSV. On peut aussi déposer un fichier sur la page.
csv = ton fichier (CSV, JSON)
csv_hint = Un tableau : ses colonnes de nombres sont les entrées, sa dernière colonne de mots est apprise ; les deux se choisissent. Ou une expérience enregistrée, ou des poids. Le fichier reste dans ce navigateur.
features = ce que reçoit le réseau
features_hint = Une entrée du réseau pour chacune : une entrée telle quelle, ou une formule. L’entraînement recommence.
features_typed = ou des formules
features_typed_hint = Formules de x et y, la première et la seconde entrée dans leurs propres unités, séparées par des points-virgules, comme x;y;x^2. Vide : les entrées telles quelles.
features_none = les entrées
feature_last = Le réseau a besoin d’au moins une entrée : choisis-en une autre avant d’enlever la dernière.
noise = bruit
noise_hint = À quel point les données fabriquées sont dispersées, de 0 à 1 ; vide : la valeur habituelle. Les données mesurées restent telles quelles.
layers = couches cachées
layers_hint = Le nombre d’unités de chaque couche cachée, comme 5 ou 8-8.
layers_edit = Couches cachées, modifiables
layer_more = + couche
layer_more_hint = Une couche cachée de plus, comme la dernière. L’entraînement recommence.
layer_fewer = − couche
layer_fewer_hint = Sans la dernière couche cachée. L’entraînement recommence.
layer_of = Couche cachée { $layer }
unit_more = Couche { $layer } : une unité de plus
unit_fewer = Couche { $layer } : une unité de moins
units_of = Couche { $layer } : unités
units_hint = Le nombre d’unités de cette couche. L’entraînement recommence.
activation_of = Couche { $layer } : activation
activation_of_hint = Ce que chaque unité de cette couche fait de la somme qui arrive. L’entraînement recommence.
layers_most = Ici, un réseau a au plus { $most } couches cachées.
layers_fewest = Il n’y a plus de couche cachée à enlever.
units_most = Ici, une couche a au plus { $most } unités.
units_fewest = Une couche a au moins une unité : enlève plutôt la couche.
budget = [warning:Grand réseau :] chaque image prend plus de temps que d’habitude. Il apprend quand même ; avec moins d’unités ou d’exemples, l’animation est fluide.
budget_lines = { " " }Sur ses { $count } poids, les { $drawn } plus grands sont dessinés.
activation = activation
activation_hint = Ce que chaque unité cachée fait de la somme qui arrive.
output_activation = activation de sortie
cost = coût
cost_hint = Comment on compte à quel point une réponse est fausse.
optimizer = optimiseur
optimizer_hint = Comment un gradient devient un déplacement. En choisir un relance tout, avec son taux d’apprentissage habituel.
initialization = poids initiaux
initialization_hint = Comment les poids du départ sont choisis : au hasard, ou tous 0.
l1 = pénalité sur |w| (l1)
l1_hint = Ajoute à la perte la taille des poids : les petits vont vers 0.
l2 = pénalité sur w² (l2)
l2_hint = Ajoute à la perte le carré des poids : aucun ne devient grand.
dropout = dropout
dropout_hint = La part des unités cachées que chaque pas laisse de côté, au hasard.
schedule = planification
schedule_hint = Comment change le taux d’apprentissage : constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300.
gradient_noise = bruit du gradient
gradient_noise_hint = Combien on ajoute au hasard à chaque gradient.
formulas = Mise à jour : { $optimizer }. { $optimizer_source }. Coût : { $cost }. { $cost_source }.
update = Mise à jour : { $optimizer }. { $source }.
batch_size = taille du lot
batch_size_hint = Combien d’exemples chaque pas regarde : un nombre, ou full.
iterations_per_frame = itérations par image
iterations_per_frame_hint = À quelle vitesse l’essai défile : 0.1 est une itération toutes les dix images, 10 en fait dix par image, max en fait autant que le temps d’une image le permet.
iterations_per_frame_0-1 = lent
pace = rythme
theme = thème
theme_hint = Couleurs et tailles : clair, sombre, ou en grand pour le dernier rang.
theme_auto = automatique
theme_light = clair
theme_dark = sombre
theme_projector = projecteur
theme_projector_dark = projecteur, sombre
edits = Changé pendant l’essai :
edit = dès l’itération { $iteration } : { $key } { $value }
edit_remove = Retirer
views = Vues
still_title = pas { $count }
curve = Courbe
curve_title = La pente d’un poids
curve_note = La perte sur tous les exemples d’entraînement ({ $all }) quand seul ce poids varie : fais glisser la bille.
curve_note_batch = La perte sur les exemples de ce pas ({ $count } ; en fin : sur tous, { $all }) quand seul ce poids varie : fais glisser la bille.
curve_note_dropout = La perte sur les exemples de ce pas ({ $count }), sans les unités laissées de côté, quand seul ce poids varie : fais glisser la bille.
curve_label = La perte quand le poids choisi varie, avec la bille, la tangente et le prochain pas. Les flèches la parcourent.
map = Carte
map_title = La bille vue de haut
plane_title = Le relief de deux poids
map_note = Fais glisser la bille. Échelles égales ; une ligne tous les { $step } de perte ; plus sombre : plus bas.
map_label = Carte des lignes de niveau de la perte selon deux poids, avec la bille et sa trace. Les flèches la parcourent.
map_note_random = La part de chaque unité aussi longue que ses poids ; une ligne tous les { $step } ; plus sombre : plus bas.
map_note_path = Là où le trajet va le plus loin ; une ligne tous les { $step } ; plus sombre : plus bas.
map_note_gradient = Gradient et momentum ; une ligne tous les { $step } ; plus sombre : plus bas.
plane = le plan de la carte et de la surface
plane_hint = Sur quel plan de l’espace des poids la carte et la surface montrent la perte.
plane_weights = deux poids
plane_random = au hasard
plane_path = trajet jusqu’ici
plane_gradient = gradient
gradient_steeper = gradient : plus long que le dessin
keep = Garder
keep_hint = Garde cet essai : change une chose, relance, et compare les deux courbes, les deux trajets sur la carte, avec un tableau des différences.
kept = Essais gardés
kept_run = essai
kept_now = actuel
kept_differs = { $key } { $value } (actuel : { $now })
kept_same = aucune différence
kept_open = Ouvrir l’essai { $number }
kept_open_hint = Va à cet essai, avec ses réglages. « Annuler » ramène ici.
kept_remove = Retirer
kept_other_data = autres données
kept_pictures_label = Ce que répondent l’essai actuel et chaque essai gardé, côte à côte, l’actuel en premier ; le tableau en dessous les nomme.
kept_pictures_hint = Ce que répond chaque essai. Clique sur l’un d’eux : on y va, comme avec son bouton dans le tableau.
kept_full = Quatre essais sont déjà gardés : retires-en d’abord un (voir le tableau des essais gardés).
kept_right = entraînement, justes
kept_r_squared = R², entraînement
hold = Fixer
hold_hint = Le plan reste où il est pendant que la bille roule : elle le quitte alors, et son ombre est dessinée. Encore une fois : le plan suit la bille.
plane_at = plan fixe dès l’itération
plane_at_hint = Une itération comme 0 ou 120 : le plan qui passe alors par la bille reste. Vide : il suit la bille.
plane_in = { " " }La bille est dans le plan : perte vraie.
plane_in_batch = { " " }La bille est dans le plan : perte sur les exemples de ce pas ({ $samples }).
plane_off = { " " }La [ball:bille] est à { $distance } du plan : perte vraie { $loss }, à son ombre { $shadow }.
plane_off_batch = { " " }La [ball:bille] est à { $distance } du plan : perte sur les exemples de ce pas ({ $samples }) { $loss }, à son ombre { $shadow }.
plane_share = { " " }Il contient { $share } de la variance du trajet.
plane_now = { " " }Itération { $iteration }.
plane_age =
    { $n ->
        [one] { " " }Itération { $iteration }, il y a 1 image.
       *[other] { " " }Itération { $iteration }, il y a { $frames } images.
    }
plane_share_short = { $share } du trajet
plane_off_short = { $share }, bille à { $distance }
direction_random = direction au hasard { $number }
direction_principal_1 = 1re direction principale : { $share } du trajet
direction_principal_2 = 2e direction principale : { $share }
direction_momentum = momentum, perpendiculaire au gradient
direction_move = dernier déplacement
direction_step = prochain pas
direction_any = une autre direction
surface = Surface
surface_title = La bille dans l’espace
landscape = Comment sont montrées les pertes de deux poids
landscape_surface = 3D
landscape_map = vue de haut
surface_note = Fais glisser pour tourner.
surface_of_all = { " " }Hauteur : perte sur tous les exemples d’entraînement ({ $count }).
surface_of_batch = { " " }Hauteur : perte sur les exemples de ce pas ({ $count }).
enlarge = Agrandir
enlarge_back = Retour à toutes les images
right_share = entraînement { $train } justes, test { $test }
right_share_alone = entraînement { $train } justes
r_squared_share = R² entraînement { $train }, test { $test }
r_squared_share_alone = R² entraînement { $train }
task_values = Un réseau apprend une fonction : { $value } selon { $input }
source_formula = Données : { $rows } exemples de la formule { $formula }.
surface_label = Surface de la perte selon deux poids. Les flèches la font tourner.
turn_left = Tourner à gauche
turn_right = Tourner à droite
turn_up = De plus haut
turn_down = De plus bas
turn_back = Vue de départ
boundary = Réponses
boundary_title = Ce qu’il répond
neuron_task = Un neurone ajuste une droite : { $classes }
source_neuron = Données : { $source } ; { $licence }.
neuron_title = La droite du neurone
neuron_tab = Droite
neuron_label = Les points, la droite du neurone et l’erreur de chaque point. Les flèches les parcourent.
neuron_map_label = Carte des lignes de niveau du coût selon le poids et le biais, avec la bille, sa trace et le pas. Les flèches déplacent le départ.
neuron_surface_label = Surface du coût selon le poids et le biais. Les flèches la font tourner.
neuron_note_squares = Chaque [slope:carré] est l’erreur d’un point, au carré ; coût : { $cost }.
neuron_note_lines = Chaque [slope:trait] est l’erreur d’un point ; coût : { $cost }.
neuron_map_note = Fais glisser la bille, clique, ou utilise les flèches. Échelles égales ; { $lines } ; plus sombre : plus bas ; la flèche montre où va le pas.
neuron_map_note_batch = { " " }Coût sur le lot de ce pas ({ $count }).
neuron_sentence = Avec le poids { $weight } et le biais { $bias }, le [ball:neurone] a un coût ({ $cost }) de { $loss } ; le [slope:gradient] est [slope:{ $gradient }], donc le prochain [step:pas] le déplace de [step:{ $step }].
neuron_rests_best = [ball:La bille] s’est immobilisée après { $steps }, avec une { $cost } de { $loss } ; aucun autre choix de poids et de biais ne fait mieux.
neuron_rests = [ball:La bille] s’est immobilisée après { $steps }, avec une { $cost } de { $loss } ; d’ici, aucun pas ne mène plus loin.
neuron_falls = Tous les pas sont faits ({ $steps }) : le coût ({ $cost }) est tombé de { $from } à { $loss }, et la bille n’est pas au repos. Pour continuer, augmente le nombre de pas.
neuron_grows = [warning:Chaque pas est trop long :] les derniers ({ $grew }) ont tous mené plus haut, avec maintenant une { $cost } de { $loss }. Recommence, puis essaie une taille de pas plus petite.
neuron_stopped = [warning:Arrêt] après { $steps } : des pas trop longs ont mené si haut que les nombres sont trop grands pour être calculés. Recommence, puis essaie une taille de pas plus petite.
network_ended = De { $from } à { $to } de réponses justes en { $steps }, sur les exemples qu’il apprend.
network_ended_fell = Le coût ({ $cost }) est tombé de { $from } à { $to } en { $steps }.
network_ended_values = Le coût ({ $cost }) est passé de { $from } à { $to } en { $steps }.
neuron_far = [warning:La bille est loin hors de l’image :] les pas étaient trop longs. Recommence, puis essaie un autre départ ou une taille de pas plus petite.
neuron_found_hint = La machine le trouve, pas à pas ; tu peux dire où elle commence.
neuron_chosen = Ce que tu choisis
neuron_found = Ce que la machine trouve
neuron_weight = poids
neuron_bias = biais
slope_weight = pente selon le poids
slope_bias = pente selon le biais
step_weight = prochain pas du poids
step_bias = prochain pas du biais
squared_error = erreur quadratique moyenne
half_squared_error = demi-erreur quadratique moyenne
absolute_error = erreur absolue moyenne
huber = erreur de Huber moyenne
softmax_cross_entropy = entropie croisée
binary_cross_entropy = entropie croisée binaire
hinge = perte charnière moyenne
unit_nats = nats
unit_deviations = écarts-types
unit_squared_deviations = écarts-types²
boundary_note = { $classes } Chaque zone a la couleur de la réponse à cet endroit. Pleins : { $train } pour apprendre ; creux : { $test } pour le test.
visits_all = Chaque pas voit tous les exemples ({ $of }) : un pas est une époque.
visits_own = [step:Cerclés] : les exemples du prochain pas.
visits = Époque { $epoch } : { $seen } sur { $of } exemples vus. [step:Cerclés] : les prochains ({ $count }). Petits : encore à venir.
visits_last = Époque { $epoch } : { $seen } sur { $of } exemples vus. [step:Cerclés] : les derniers ({ $count }) ; ensuite, chacun a été vu une fois.
visits_begin = Tous vus ({ $of }) : l’époque { $before } est complète. [step:Cerclés] : les premiers ({ $count }) de l’époque { $epoch }. Petits : encore à venir.
validation_note = { " " }Avec un point au centre : { $validation } pour la validation.
fit_note = [ball:La courbe] est ce que dit le réseau. Les [slope:traits] sont les erreurs des exemples du prochain pas. Pleins : { $train } pour apprendre ; creux : { $test } pour le test.
fit_note_formula = [ball:La courbe] est ce que dit le réseau, la fine est la formule. Les [slope:traits] sont les erreurs des exemples du prochain pas. Pleins : { $train } pour apprendre ; creux : { $test } pour le test.
class_mark_1 = [class-1:● { $name }]
class_mark_2 = [class-2:▲ { $name }]
class_mark_3 = [class-3:■ { $name }]
boundary_label = Les réponses du réseau pour chaque entrée, avec les exemples par-dessus. Les flèches les parcourent.
errors = Erreurs
errors_hint = Dessine chaque exemple d’autant plus grand qu’il coûte à lui seul : les plus gros pèsent le plus.
errors_note = Taille : ce que coûte un exemple à lui seul, { $largest } au plus.
paint = Peindre
paint_hint = Fabrique tes propres données à la main, dans cette image : peins des points, ou trace une courbe à apprendre.
brushes = Avec quoi peindre
paint_points = Clique ou fais glisser pour peindre.
paint_curve = Fais glisser pour tracer la courbe à apprendre.
paint_anew = Chaque trait fait recommencer, avec la même graine ; tous les points servent à apprendre.
paint_kept = Avec le premier trait, ces points deviennent les tiens ; tout recommence, et tous servent à apprendre.
paint_rounded = Avec le premier trait, ces points deviennent les tiens, arrondis ; tout recommence, et tous servent à apprendre.
paint_emptied = Le premier trait enlève ces points, car on ne peut pas peindre dessus, et tout recommence.
paint_full = [warning:L’adresse est pleine :] il n’y a de place que pour ces { $count } points. Efface-en, ou enregistre les données dans un fichier, sous « Plus ».
paint_last = [warning:Pas effacé :] chaque classe, ou une courbe, garde son dernier point, pour qu’il y ait quelque chose à apprendre. Une troisième classe peut disparaître.
paint_at = En { $x }, { $y }. Entrée peint, Suppr efface le plus proche, Échap termine.
paint_pen = Crayon
paint_erase = Gomme
paint_more = + classe
paint_clear = Vider
paint_clear_hint = Laisse un point de chaque classe, ou de la courbe. « Annuler » rétablit tout.
paint_other_curve = Tracer une courbe
paint_other_points = Peindre des points
paint_other_hint = Des valeurs selon une entrée au lieu de classes selon deux, ou l’inverse. Cela commence presque vide ; « Annuler » revient en arrière.
paint_label = Ce que répond le réseau, et tu peins ce qu’il doit apprendre. Les flèches déplacent le curseur en croix, avec Maj dix fois moins loin. Entrée peint, Suppr efface le point le plus proche, 1 à 3 choisissent une classe, Échap termine.
diagram = Réseau
diagram_title = Le réseau
diagram_note = Unités : [positive:au-dessus de 0], [negative:au-dessous de 0], ± la plus grande valeur. Traits : [positive:plein, positif], [negative:tirets, négatif], large = grand, court = biais ; ○ est le second poids. [step:Vert] : le dernier déplacement.
diagram_hint = Chaque image est ce que donne une unité selon les deux premières entrées, les autres à leur moyenne ; sa plus grande valeur a la couleur pleine. Clique sur un trait pour y poser la bille.
diagram_label = Les poids du réseau. Les flèches choisissent le poids à suivre.
chart = Graphique
hidden_layer = Couche cachée
hidden_layer_hint = De quelle couche on voit l’espace : chacune déforme ce que la précédente a déformé.
hidden_layer_1 = couche 1
hidden_layer_2 = couche 2
hidden_layer_3 = couche 3
hidden_layer_4 = couche 4
hidden_layer_5 = couche 5
hidden_layer_last = dernière couche
chart_hint = Ce que montre le graphique : la perte, les gradients couche par couche, les poids, les réponses justes et fausses, l’espace caché, la courbure maximale de la perte, le taux d’apprentissage.
chart_label = Un graphique de l’essai ; la phrase au-dessus dit ce qu’il y a à voir. Les flèches le parcourent.
chart_loss_note = Perte ({ $cost }) : { $train } sur les exemples d’entraînement, { $test } sur ceux de test.
chart_loss_note_alone = Perte ({ $cost }) : { $train } sur les exemples d’entraînement.
chart_loss_note_penalty_alone = Perte ({ $cost } et pénalité) : { $train } sur les exemples d’entraînement, dont { $penalty } de pénalité.
chart_loss_note_penalty = Perte ({ $cost }) : { $train } sur les exemples d’entraînement, dont { $penalty } de pénalité ; { $test } sur ceux de test, sans pénalité.
chart_loss_note_validation = { " " }Sur ceux de validation : { $validation }.
penalty = pénalité
chart_layer = couche { $layer }
chart_gradients_note = Longueur de la part de chaque couche dans le [slope:gradient] : { $first } dans la première, { $last } dans la dernière.
chart_gradients_note_one = Longueur du [slope:gradient] : { $first }.
chart_gradients_note_vanish = [warning:Le gradient disparaît] : { $first } dans la première couche, { $last } dans la dernière, un rapport de { $ratio }. Les premières couches n’apprennent guère.
chart_gradients_note_explode = [warning:Le gradient explose] : { $first } dans la première couche, { $last } dans la dernière, { $ratio } fois moins.
chart_weights_note = Combien de poids ont quelle valeur, sans les biais.
chart_weights_x = poids
chart_weights_y = nombre
chart_learning_rate_note = Le [step:taux d’apprentissage] vaut maintenant { $rate }.
chart_answers_note = Exemples ({ $samples }) : { $right } de réponses justes, celles des cadres. Plus il y a d’exemples, plus la couleur est forte.
chart_answers_note_values = Exemples ({ $samples }) : R² vaut { $explained }, la part de la dispersion des valeurs que les réponses expliquent. Les réponses justes sont sur la droite.
answers_expected = attendu
answers_answered = répondu
hidden_space_x = distance à la frontière rectiligne
hidden_space_scattered = où les exemples sont le plus dispersés
hidden_space_rise = le long des poids de la dernière couche
hidden_space_y = perpendiculairement
chart_hidden_space_note = La dernière couche cachée voit les mêmes exemples déformés, et la grille avec eux : { $right } des exemples d’entraînement sont du bon côté d’une frontière rectiligne.
chart_hidden_space_note_apart = La dernière couche cachée voit les mêmes exemples déformés, et la grille avec eux : des frontières rectilignes séparent les classes de tous les exemples d’entraînement.
chart_hidden_space_layer = Couche cachée { $layer } sur { $count } : les exemples et la grille comme elle les voit, un peu plus déformés à chaque couche.
chart_hidden_space_values = La dernière couche cachée voit les mêmes exemples déformés : le long de ses derniers poids, la réponse augmente de gauche à droite.
chart_hidden_space_none = Il n’y a pas de couche cachée : une droite doit séparer les entrées telles quelles.
sharpness = λ, entraînement
sharpness_limit = stable au-dessous
sharpness_axis = courbure maximale λ
chart_sharpness_note = λ = { $curvature } : en règle générale, les pas se stabilisent au-dessous d’un taux d’apprentissage de { $limit } ; il vaut { $rate }.
chart_sharpness_note_above = [warning:Au-dessus de la limite :] λ = { $curvature } ; en règle générale, les pas se stabilisent au-dessous d’un taux d’apprentissage de { $limit }, et il vaut { $rate }.
chart_sharpness_note_schedule = λ = { $curvature } : en règle générale, les pas se stabilisent au-dessous d’un taux d’apprentissage de { $limit } ; il vaut maintenant { $rate } et change.
chart_sharpness_note_none = λ = { $curvature }. Pour cet optimiseur, il n’y a pas de règle de la forme 2/λ : il choisit ses propres pas.
chart_sharpness_note_decay = λ = { $curvature }. Avec la décroissance des poids ou l’amortissement, il n’y a pas de règle de la forme 2/λ.

## Sharing, and the calls of a page around it

share = Partager
share_hint = Un lien, du code pour ta propre page, des images, les nombres de l’essai.
share_title = Partager cette figure
share_at = Ouvrir à ce pas, { $iteration }
share_view = Contenu
share_view_all = tout
share_width = Largeur
share_height = Hauteur
share_link = Lien
share_iframe = Un cadre, pour n’importe quelle page
share_element = L’élément, pour une page qui accepte les scripts
share_copy = Copier
share_copied = Copié
share_copy_failed = Le navigateur n’a pas laissé la page copier : le texte est sélectionné, copie-le de là.
share_long = Cette expérience est trop longue pour un lien. Sous « Plus », enregistre-la dans un fichier : on peut le rouvrir ici.
share_class_link = Lien pour la classe
share_class_code = Mon code
share_nowhere = Cette copie n’a pas d’adresse sur le web : un lien ou un cadre n’y mène que sur cet ordinateur.
share_guide = Comment intégrer une figure
share_single_file = Tout Downhill en un fichier, pour une clé USB
share_files = Fichiers
share_png = Image, PNG
share_svg = Image, SVG
share_csv = Nombres, CSV
share_preview = Aperçu, { $width } × { $height }
share_close = Fermer
embed_said = Une figure qui s’anime là où les scripts fonctionnent : une bille roule vers le bas, ou un réseau apprend.
embed_open = La voir en mouvement
state_bad = Ce n’est pas l’état d’une figure : il faut la version 1, et une requête ou une expérience.
image_none = Il n’y a pas d’image « { $view } » à voir. Il y a : { $views }.
image_failed = Le navigateur n’a pas pu faire l’image.

## What is under the pointer

probe_row = Ligne { $row }, pour apprendre
probe_row_validation = Ligne { $row }, gardée pour la validation
probe_row_test = Ligne { $row }, gardée pour le test
probe_answer = [ball:réponse]
probe_class = { $class }, { $share }
probe_measured = mesuré
probe_error = [slope:erreur]
probe_loss = sa perte à lui seul
probe_probabilities = Probabilité de chaque classe ici
probe_shares = Part de chaque classe ici
probe_here = Ici
probe_value = [ball:valeur]
probe_gradient = [slope:gradient]
probe_last_move = dernier déplacement
probe_next_move = [step:prochain déplacement]
probe_unit = { $name } : sur les exemples ({ $number })
probe_unit_sample = { $name } : exemple { $number }
probe_puts_out = sortie
probe_lowest = minimum
probe_mean = moyenne
probe_highest = maximum
probe_plane = Dans ce plan
probe_about = ≈ { $value }
probe_iteration = Itération { $iteration }
probe_rate = [step:taux d’apprentissage]
probe_bar = Poids de { $from } à { $to }
probe_cell = Réponses, { $samples }

numbers = Nombres
epoch = époques complètes
train_loss = perte, entraînement
validation_loss = perte, validation
test_loss = perte, test
batch_loss = perte, ce lot
train_accuracy = exactitude, entraînement
validation_accuracy = exactitude, validation
test_accuracy = exactitude, test
train_r_squared = R², entraînement
validation_r_squared = R², validation
test_r_squared = R², test
gradient_norm = norme du gradient
value = ce poids
gradient = gradient
velocity = vitesse
weight_decay_part = décroissance des poids
next_step = prochain pas
source = Données : { $source } ; { $licence }. Les entrées sont centrées et réduites d’après les lignes d’entraînement.
source_own = Données : les tiennes ; elles restent dans ce navigateur. Les entrées sont centrées et réduites d’après les lignes d’entraînement.
source_dropped = Données : { $source } ; { $licence }. Une mesure manque dans { $dropped } lignes sur { $rows } : elles sont laissées de côté. Les entrées sont centrées et réduites d’après les lignes d’entraînement.

## Examples that teach

example = démo
example_none = choisir …
example_hint = Des expériences pour voir une chose précise ; laquelle, c’est écrit sous les boutons.
example_learns_well = apprend bien
example_too_high_a_rate = taux trop élevé
example_equal_weights = poids égaux
example_no_hidden_layer = pas de couche cachée
example_squares_as_inputs = carrés en entrée
example_vanishing_gradients = gradients qui s’évanouissent
example_dead_units = neurones morts
example_over-fitting = surapprentissage
example_over-fitting_cured = surapprentissage guéri
example_bad_minimum = mauvais minimum
example_good_minimum = bon minimum
example_spiral = spirale
example_sunspots = taches solaires
example_sunspots_forecast = taches solaires, prévision
example_a_formula = une formule
example_labels_by_a_formula = classes d’une formule
watch_learns_well = Regarde la perte baisser sur les deux sortes d’exemples : en quelques centaines de pas, presque tous sont distingués.
watch_too_high_a_rate = Regarde la perte sauter au lieu de baisser : chaque pas franchit la vallée et arrive plus haut. La démo « apprend bien » a les mêmes données, et un centième de ce taux.
watch_equal_weights = Regarde les unités cachées : toutes commencent à zéro, toutes reçoivent le même gradient, donc aucune ne devient jamais différente des autres, et rien n’est appris.
watch_no_hidden_layer = Regarde la frontière : sans couche cachée, c’est une seule droite, et aucune droite n’a plus de trois quarts de ces points du bon côté.
watch_squares_as_inputs = Regarde la frontière devenir un cercle sans aucune couche cachée : le réseau reçoit les carrés des deux entrées, et une somme pondérée de ceux-ci suffit.
watch_vanishing_gradients = Regarde les poids de la première couche rester immobiles : après un retour à travers six couches de sigmoid, il leur reste moins d’un millième du gradient.
watch_dead_units = Regarde la perte rester bloquée : les premiers pas étaient si longs que chaque unité d’une couche répond 0 à chaque exemple. Son gradient vaut 0, donc elle ne revient jamais.
watch_over-fitting = Regarde les deux pertes se séparer : sur les 30 exemples appris, la perte va vers 0, sur les autres elle augmente. Le réseau les a appris par cœur : c’est le surapprentissage.
watch_over-fitting_cured = Regarde les deux pertes rester ensemble : même réseau et mêmes données, mais les grands poids coûtent quelque chose (l2).
watch_bad_minimum = Regarde la bille s’immobiliser avec trois erreurs sur dix : elle est dans un mauvais minimum. La démo « bon minimum » ne diffère que par la graine.
watch_good_minimum = Regarde la bille s’immobiliser bien plus bas que dans la démo « mauvais minimum » : même réseau et mêmes réglages, une autre graine.
watch_spiral = Regarde la frontière s’enrouler autour des deux bras, à partir de x₁ et x₂ seulement.
watch_sunspots = Regarde la courbe trouver les onze ans entre deux pics, et regarde les points creux, qu’elle n’a jamais vus : elle comble bien les trous.
watch_sunspots_forecast = Regarde la courbe à droite, où aucune année n’a été apprise : elle s’ajuste au passé et ne sait rien du futur. Sur ces années, R² est au-dessous de 0 : la moyenne ferait mieux.
watch_a_formula = Regarde la courbe épaisse se rapprocher de la fine, qui est la formule ; elle ne voit que les points, et ils sont bruités.
watch_labels_by_a_formula = Regarde la frontière devenir la ligne où la formule sin(x) − y/3 vaut 0. Tapes-en une autre sous « Plus » : cible.
target = cible (une formule)
target_hint = Une formule à apprendre à la place des données : de x, ses valeurs ; de x et y, où elle est au-dessus de 0. Vide : les données.
sampled = où prendre les exemples
sampled_hint = D’où à où, comme -5,5, ou pour x puis y, comme -5,5,-2,2 ; vide : la valeur habituelle.
samples = exemples
samples_hint = Combien d’exemples sont fabriqués, de 10 à 5000 ; vide : la valeur habituelle. Les données mesurées restent telles quelles.
test_fraction = gardés pour le test
test_fraction_hint = La part des exemples qui ne servent pas à apprendre : de 0 à 0.9.
validation_fraction = gardés pour la validation
validation_fraction_hint = La part des exemples qui dit quand s’arrêter : ils ne servent pas à apprendre, et la patience surveille leur perte. De 0 à 0.9, de tous les exemples.
test_rows = lesquels
test_rows_hint = Quels exemples sont gardés pour le test : au hasard, ou les derniers, comme dans une prévision. Ceux de la validation viennent à la suite.
test_rows_random = au hasard
test_rows_last = les derniers
standardize_targets = Centrer-réduire les valeurs
standardize_targets_hint = Ramène les valeurs à trouver à une moyenne de 0 et un écart-type de 1 : alors les taux d’apprentissage habituels conviennent. La perte se compte en écarts-types.

## A class: presenter mode, the story, the teacher's notes

present = Présenter
present_hint = Pour une classe : en plein écran, en grand, avec seulement ce qui compte. Touche : P.
present_end = Quitter
present_end_hint = Retour à la page. Touches : P, Échap.
present_begin = La touche Pg suiv commence la leçon « { $title } ».
present_numbers = Les nombres qui comptent
present_controls = La leçon
present_dark = Salle sombre
present_light = Salle claire
present_room_hint = Des couleurs claires pour une salle claire, sombres pour une salle sombre.
present_blank = L’écran est vide. La même touche le réaffiche.
beat_back = Passage précédent
beat_next = Passage suivant
beat_of = { $beat } sur { $beats }
ask = Question
notes = Notes
notes_hint = Une seconde fenêtre rien que pour toi : quoi dire, le passage suivant, l’heure. Touche : S.
notes_blocked = Le navigateur a bloqué la fenêtre de tes notes. Autorise les fenêtres pop-up pour cette page, puis rouvre les notes.
notes_title = Notes pour l’enseignant
notes_none = Aucun scénario n’est ouvert. Dans l’autre fenêtre, la touche Pg suiv commence la leçon.
notes_next = Suite : { $heading }
notes_last = C’est le dernier passage.
notes_clock = Heure
notes_elapsed = Depuis le début
story = Une leçon
story_lesson = Commencer la leçon
story_lesson_hint = La leçon fournie avec Downhill, passage par passage, pour une classe. La touche Pg suiv avance, Pg préc recule.
story_file = un scénario, dans un fichier
story_file_hint = Ta propre leçon : un fichier Markdown. On peut aussi le déposer sur la figure.
story_close = Fermer le scénario
story_close_hint = Ce qui est affiché reste.
story_dropped = Ce fichier n’est pas un scénario. Un scénario est un fichier Markdown (.md) ; un tableau se dépose dans la scène « Réseau ».
story_missing = Le scénario « { $address } » n’a pas pu être lu : { $why }. Cherche une faute dans son nom, ou ouvre-le depuis un fichier, sous « Plus ».
story_elsewhere = Un scénario doit être sur le même site que cette page, et « { $address } » n’y est pas. Enregistre-le dans un fichier, et ouvre ce fichier sous « Plus ».

## Keys

keys = Touches
keys_hint = Toutes les touches, et ce que fait chacune. Touche : point d’interrogation.
keys_title = Touches
keys_close = Fermer
keys_focus = Elles agissent quand la figure a le focus.
keys_single = Touches simples
keys_single_hint = Désactivées : lettres, chiffres et signes ne font rien, pour ceux qui commandent leur ordinateur à la voix. Flèches, Espace, Pg préc et Pg suiv restent.
keys_key = Touche
keys_does = Ce qu’elle fait
key_play = lancer, ou pause
key_step = un pas en avant ; avec Maj, dix
key_step_back = un pas en arrière ; avec Maj, dix
key_arrows = la bille, un curseur, la surface : ce qui a le focus
key_ends = sur la ligne du temps : au premier, au dernier pas
key_larger = une taille de pas plus grande
key_smaller = une taille de pas plus petite
key_reset = le même départ
key_new_start = un autre départ (Réseau)
key_scenes = les scènes
key_full_screen = plein écran, ou retour
key_table = l’essai en tableau
key_present = mode présentation, ou retour
key_notes = une seconde fenêtre avec les notes de l’enseignant
key_next = le passage suivant du scénario ; flèches et Entrée en mode présentation
key_back = le passage précédent ; flèches en mode présentation
key_blank = en mode présentation : écran vide, ou retour
key_undo = annuler le dernier changement
key_close = fermer ce qui est ouvert ; ensuite, rendre le focus
key_list = cette liste
key_space = Espace
key_page_down = Pg suiv
key_page_up = Pg préc
key_arrow_keys = Flèches
key_home_end = Début, Fin
key_escape = Échap
key_enter = Entrée
key_undo_keys = Ctrl Z

## A class: what its link locks, its goal, its results

lock = réglages verrouillés
goal = objectif
class = Pour une classe
class_about = Trente écrans avec le même essai : choisis ce qui reste tel quel, et ce qu’il faut atteindre. Le lien, ou son code QR, suffit aux élèves : pas de compte, et rien n’est envoyé nulle part.
class_lock = Les élèves ne peuvent pas changer
class_all = tout ce qui changerait l’essai
class_goal = Objectif
class_goal_none = aucun
class_goal_loss = perte au-dessous de …
class_goal_height = hauteur au-dessous de …
class_goal_test_loss = perte de test au-dessous de …
class_goal_lowest = trouver le point le plus bas
class_below = au-dessous de
class_within = nombre de pas au plus
class_within_empty = sans limite
class_below_missing = Tape le nombre au-dessous duquel il faut descendre, comme 0.1.
class_qr = Code QR du lien
class_qr_large = L’afficher en plein écran
class_qr_back = Retour
class_qr_long = Ce lien est trop long pour un code QR : avec tes propres données, transmets le lien lui-même.
class_check = Code d’un élève
class_check_hint = Le code que la page d’un élève affiche sous « Mon résultat », comme 3K7M-Q2ZD.
class_result = Mon résultat
class_result_hint = Le code et le lien à rendre.
class_code_about = Le code dit à quel pas en est cette page, et si l’objectif est atteint. Le lien s’ouvre exactement à ce pas.
class_code_none = Il n’y a pas de code ici : dans l’état actuel, on ne peut pas dire si l’objectif est atteint.
locked = Le lien garde ces réglages tels quels : { $names }.
locked_all = Le lien garde tels quels tous les réglages de l’essai.
locked_hint = Le lien garde ce réglage tel quel.
locked_why = Le lien garde tel quel le réglage « { $name } », et ceci le changerait.
goal_loss = perte au-dessous de { $below }
goal_height = hauteur au-dessous de { $below }
goal_test_loss = perte de test au-dessous de { $below }
goal_lowest = trouver le point le plus bas
goal_within = { $goal } en { $steps } au plus
goal_open = Objectif : { $goal }. Maintenant { $now }, au pas { $step }.
goal_away = Objectif : { $goal }. Pas encore atteint au pas { $step }.
goal_reached = Objectif : { $goal }. Atteint au pas { $step }.
goal_missed = Objectif : { $goal }. Pas atteint, avec { $now } au pas { $step }. Reviens au début, change quelque chose, réessaie.
goal_none = Objectif : { $goal }. Mais dans cette image, on ne trouve aucun point le plus bas.
goal_unknown = Objectif : { $goal }. On ne peut pas encore dire s’il est atteint.
goal_no_function = goal : le point le plus bas est celui d’une fonction, et ceci est un réseau. Prends une perte, comme goal=loss<0.1.
goal_no_test = goal : il n’y a pas d’exemples de test ici, donc pas de perte de test. Prends la perte elle-même, comme goal=loss<0.1.
code_bad = Un code a huit lettres et chiffres, comme 3K7M-Q2ZD.
code_other = Ce code ne va pas avec ce lien : cherche une erreur de copie, et vérifie que l’objectif et les réglages verrouillés sont ceux du lien de l’élève.
code_reached = L’objectif a été atteint au pas { $step }.
code_open = L’objectif n’a pas été atteint, jusqu’au pas { $step }.

## Pictures in numbers

table = Tableau
table_hint = Les images et l’essai en nombres.
table_title = En nombres
table_of = Contenu
table_run = L’essai
table_copy = Copier en CSV
table_close = Fermer
table_none = Il n’y a pas encore de tableau pour cela.
table_more = Seules certaines lignes et colonnes sont affichées, à intervalles réguliers. Ce qui est copié a tous les chiffres.
table_curve_caption = La courbe au pas { $step } : hauteurs et pentes de gauche à droite, dont celles à l’endroit de la bille.
table_map_caption = Les hauteurs vues de haut au pas { $step } : une ligne par position de bas en haut, une colonne par position de gauche à droite.
table_boundary_caption = Ce que répond le réseau au pas { $step }, sur le plan de ses entrées.
table_diagram_caption = Les poids du réseau au pas { $step }, avec le gradient et le prochain déplacement de chacun.
table_chart_caption = Le graphique jusqu’au pas { $step }. { $chart }
table_runs_caption = Les essais côte à côte au pas { $step }.
table_run_caption = L’essai jusqu’au pas { $step }.
table_corner = { $y } ; en colonnes : { $x }
table_class = { $class }, { $share }
table_answered = { $expected } ; en colonnes : répondu
table_from = de
table_to = à
table_row = ligne
table_first_axis = premier axe
table_second_axis = second axe
table_sharpness = courbure maximale
table_value = valeur
table_move = prochain déplacement
table_differs = diffère par
table_answer = réponse
table_lane = essai { $number }
step_word = pas

## Sound

sound = Son
sound_hint = Chaque pas est une note : plus la perte est grande, plus la note est aiguë ; à gauche ou à droite, du côté où est la bille.

## On paper

print = Sur papier
print_page = Imprimer ce pas
print_page_hint = Les images de ce pas, au trait, avec ses réglages, ses nombres, son lien et le code QR du lien.
print_handout = Imprimer une fiche
print_handout_hint = De quatre à six pas de l’essai, l’un sous l’autre, avec ce qui est dit de chacun.
handout_short = Une fiche montre de quatre à six pas de l’essai : fais d’abord au moins trois pas.
paper_settings = Réglages
paper_link = Ce pas sur un écran

## What the core says in English, the words of which are the key: names and errors

core_0_for_off_or_1_for_on = 0 pour non ou 1 pour oui
core_1_the_only_version_there_is = 1, la seule version qui existe
core_a_comma_separates_the_arguments_of_max_min_and_pow_in_a_number_write_a_point_0_5 = Une virgule sépare les arguments de max, min et pow. Dans un nombre, écris un point : 0.5.
core_a_condition_is_a_comparison_such_as_x_0 = Une condition est une comparaison, comme x < 0.
core_a_disc_within_a_ring_after_make_circles_of_scikit_learn = un disque dans un anneau, d’après make_circles de scikit-learn
core_a_distance_from_0_on_such_as_0_5 = une distance à partir de 0, comme 0.5
core_a_end_name_is_missing = Il manque un \end{"{"}{ $name }{"}"}.
core_a_formula_has_up_to_most_characters_this_one_has_count = Une formule a au plus { $most } caractères ; celle-ci en a { $count }.
core_a_function_here_has_one_or_two_variables_such_as_f_x_y_x_2_y_2 = Ici une fonction a une ou deux variables, comme f(x, y) = x^2 + y^2.
core_a_function_in_pieces_is_written_as_in_x_0_x_2_x_2 = Une fonction par morceaux s’écrit comme {"{"}x < 0: x^2, x + 2{"}"}.
core_a_hidden_layer_counted_from_1_or_last = une couche cachée, comptée à partir de 1, ou last
core_a_loss_such_as_0_1_or_nothing = une perte, comme 0.1, ou rien
core_a_number_above_0_and_up_to_1000000_such_as_0_1 = un nombre au-dessus de 0 et jusqu’à 1000000, comme 0.1
core_a_number_comes_first_as_in_2x_here_a_sign_such_as_or_is_missing = Un nombre vient en premier, comme dans 2x ; ici il manque un signe comme + ou *.
core_a_number_from_0_01_to_100_or_max = un nombre de 0.01 à 100, ou max
core_a_number_from_0_to_0_9 = un nombre de 0 à 0.9
core_a_number_from_0_to_1 = un nombre de 0 à 1
core_a_number_from_0_to_1000000_such_as_0_01 = un nombre de 0 à 1000000, comme 0.01
core_a_number_from_1_to_1000000_such_as_10 = un nombre de 1 à 1000000, comme 10
core_a_number_from_low_to_high = un nombre de { $low } à { $high }
core_a_number_has_one_decimal_point = Un nombre a un seul point décimal.
core_a_point_alone_is_no_number_write_0_5_for_example = Un point seul n’est pas un nombre : écris 0.5, par exemple.
core_a_raised_number_of_a_few_digits_was_expected = Il faut un nombre en exposant de quelques chiffres.
core_a_sample_of_the_coming_step_from_1_on_or_nothing_for_all = un exemple du prochain pas, à partir de 1, ou rien pour tous
core_a_weight_s_number_from_0_on = le numéro d’un poids, à partir de 0
core_a_whole_number_from_0_to_4294967295 = un nombre entier de 0 à 4294967295
core_a_whole_number_from_10_to_5000 = un nombre entier de 10 à 5000
core_a_whole_number_of_samples_from_1_on_or_full = un nombre entier d’exemples à partir de 1, ou full
core_a_whole_number_or_0_for_no_end = un nombre entier, ou 0 pour ne pas finir
core_after_come_two_values_as_in_x_0_x_2_x_2 = Après « ? » viennent deux valeurs, comme dans x < 0 ? x^2 : x + 2.
core_after_comes_the_exponent_as_in_x_2 = Après ^ vient l’exposant, comme dans x^2.
core_after_this_command_something_is_missing = Il manque quelque chose après cette commande.
core_all_or_names_of_settings_with_spaces_between_them_such_as_learning_rate_optimizer = all, ou des noms de réglages séparés par des espaces, comme learning_rate optimizer
core_an_index_is_read_in_x_1_and_x_2_and_the_base_of_a_logarithm_in_log_2_x = Un indice est lu dans x_1 et x_2, et la base d’un logarithme dans log_2(x).
core_an_iteration_such_as_120_or_nothing_to_follow_the_run = une itération, comme 120, ou rien pour suivre l’exécution
core_angles_are_in_radians_write_pi_180_for_one_degree = Les angles sont en radians : écris pi/180 pour un degré.
core_another_optimizer_for_optimizer_has_own = un autre optimiseur, car { $optimizer } a { $own }
core_asymmetric_double_well = Double puits asymétrique
core_at_character_place_message = Au caractère { $place } : { $message }
core_auto_or_one_of_names = auto ou un nom parmi { $names }
core_before_this_comparison_something_is_missing = Il manque quelque chose avant cette comparaison.
core_before_this_next_a_number_x_or_a_bracket_was_expected = Avant ce « { $next } », il faut un nombre, x ou une parenthèse.
core_before_this_next_something_is_missing_or_a_bracket_of_another_kind_is_open = Avant ce « { $next } », il manque quelque chose, ou une parenthèse d’une autre sorte est ouverte.
core_before_this_word_a_condition_was_expected_as_in_x_0 = Avant ce « { $word } », il faut une condition, comme x < 0.
core_begin_name_is_not_read_here = \begin{"{"}{ $name }{"}"} n’est pas lu ici.
core_bill_depth = hauteur du bec
core_bill_length = longueur du bec
core_changes_such_as_120_learning_rate_0_05_joined_by_commas = des changements comme 120:learning_rate:0.05, séparés par des virgules
core_cusp = Pointe
core_data_of_one_s_own_as_the_page_writes_them_into_its_address = des données à soi, comme la page les écrit dans son adresse
core_distance = éloignement
core_elliptic_bowl = Cuvette elliptique
core_equal_signs = signes égaux
core_facts_free_to_use = des faits, libres d’usage
core_first_comes_the_number_whose_root_it_is_root_x_3 = D’abord vient le nombre dont c’est la racine : root(x, 3).
core_flat_bottom = Fond plat
core_for_the_inverse_of_name_write_inverse_for_its_reciprocal_1_name_x = Pour la réciproque de { $name }, écris { $inverse } ; pour l’inverse, 1/{ $name }(x).
core_function_error = Fonction : { $error }
core_here_x_is_the_variable_type_only_what_the_function_is_such_as_x_2 = Ici x est la variable : tape seulement ce qu’est la fonction, comme x^2.
core_how_fast_the_learning_rate_falls_with_the_updates = δ : à quelle vitesse le taux d’apprentissage baisse au fil des pas
core_how_fast_the_momentum_rises_from_2_to = ψ : à quelle vitesse l’élan monte de β₁/2 à β₁
core_how_much_m_counts_in_the_step_s_direction = β₁ : combien m compte dans la direction du pas
core_how_much_of_both_averages_is_kept = ρ : quelle part des deux moyennes est gardée
core_how_much_of_each_gradient_but_the_first_is_left_out = τ : quelle part de chaque gradient, sauf le premier, est laissée de côté
core_how_much_of_the_average_of_g_is_kept = β₂ : quelle part de la moyenne de g est gardée
core_how_much_of_the_largest_g_is_kept = β₂ : quelle part du plus grand |g| est gardée
core_how_much_of_the_last_move_goes_on_into_the_next = μ : quelle part du dernier mouvement passe dans le suivant
core_in_a_number_write_a_point_0_5 = Dans un nombre, écris un point : 0.5.
core_infinity_is_no_number_try_a_large_one = L’infini n’est pas un nombre : essaie un grand nombre.
core_inner = intérieur
core_is_this_a_power_name_digit_or_a_product_digit_name_a_numbered_variable_is_written_x_1 = Est-ce une puissance, { $name }^{ $digit }, ou un produit, { $digit }{ $name } ? Une variable numérotée s’écrit x_1.
core_is_this_a_root_with_the_index_number_root_x_number_or_name_number_x = Est-ce une racine d’indice { $number }, root(x, { $number }), ou { $name }({ $number }x) ?
core_is_this_name_number_x_or_name_x_number_write_it_so = Est-ce { $name }({ $number }x), ou { $name }(x)^{ $number } ? Écris-le ainsi.
core_is_this_the_logarithm_to_the_base_base_log_base_x_or_log_base_x = Est-ce le logarithme de base { $base }, log_{ $base }(x), ou log({ $base }x) ?
core_is_this_the_logarithm_to_the_base_number_log_number_x_or_name_number_x = Est-ce le logarithme de base { $number }, log_{ $number }(x), ou { $name }({ $number }x) ?
core_keeps_the_divisor_away_from_0 = ε : garde le diviseur loin de 0
core_key_cannot_change_while_a_run_goes_on_reset_first = { $key } ne peut pas changer pendant une exécution : recommence d’abord.
core_key_is_not_known_here = « { $key } » n’est pas connu ici.
core_key_value_does_not_fit_it_takes_expected = { $key } = « { $value } » ne convient pas. Il faut : { $expected }.
core_kink = Angle
core_letter_is_a_full_width_letter_type_plain = « { $letter } » est une lettre pleine chasse : tape « { $plain } ».
core_letter_is_a_letter_of_another_script_the_variables_are_x_and_y = « { $letter } » est une lettre d’un autre alphabet : les variables sont x et y.
core_loss_0_1_test_loss_0_2_or_lowest_each_with_the_number_of_steps_that_there_are_for_it_if_there_is_a_limit_as_in_loss_0_1_in_50 = loss<0.1, test_loss<0.2 ou lowest, suivi du nombre de pas s’il y a une limite, comme dans loss<0.1 in 50
core_loss_of_one_neuron_without_a_minimum = Perte d’un neurone, sans minimum
core_lower = bas
core_made_by_downhill_free_to_use = faites par Downhill, libres d’usage
core_monkey_saddle = Selle de singe
core_name_compares_two_or_more_name_x_1 = { $name } compare deux valeurs ou plus : { $name }(x, 1).
core_name_needs_brackets_example = { $name } a besoin de parenthèses : { $example }.
core_name_needs_something_to_work_on_name_x = { $name } a besoin d’un argument : { $name }(x).
core_name_takes_one_argument_for_another_base_write_log_x_3 = { $name } prend un argument. Pour une autre base, écris log(x, 3).
core_name_takes_one_argument_for_another_root_write_root_x_5 = { $name } prend un argument. Pour une autre racine, écris root(x, 5).
core_name_takes_one_argument_in_a_number_write_a_point_0_5 = { $name } prend un argument. Dans un nombre, écris un point : 0.5.
core_name_takes_two_arguments_example = { $name } prend deux arguments : { $example }.
core_next_is_a_full_width_character_type_plain = « { $next } » est un caractère pleine chasse : tape « { $plain } ».
core_next_is_not_read_as_a_digit_type_0_to_9 = « { $next } » n’est pas lu comme un chiffre : tape 0 à 9.
core_next_means_nothing_here = « { $next } » ne veut rien dire ici.
core_numbers_joined_by_commas_such_as_1_5_2 = des nombres séparés par des virgules, comme -1.5,2
core_on_divides_by_v_m_the_gradient_s_own_spread = oui : divise par √(v − m²), la dispersion du gradient lui-même
core_on_makes_up_for_averages_that_start_from_0_always_on_in_pytorch = oui : compense des moyennes qui partent de 0 (toujours oui dans PyTorch)
core_on_weight_decay_is_a_move_of_its_own_x_x_w_x_and_g_stays_as_it_is = oui : la décroissance des poids est un mouvement à part, x ← x − η w x, et g reste tel quel
core_one_of_names = un nom parmi { $names }
core_one_such_as_constant_step_30_0_1_exponential_0_99_cosine_200_warmup_20_one_cycle_300 = une planification comme constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300
core_opposite_signs = signes opposés
core_outer = extérieur
core_parabola = Parabole
core_petal_length = longueur des pétales
core_petal_width = largeur des pétales
core_petal_width_cm = largeur des pétales (cm)
core_pit_in_a_plateau = Trou dans un plateau
core_public_domain = domaine public
core_random_or_last = random ou last
core_saddle = Selle
core_sepal_length = longueur des sépales
core_sepal_width = largeur des sépales
core_sine_on_a_parabola = Sinus sur une parabole
core_six_hump_camel = Chameau à six bosses
core_something_is_missing_at_the_end_a_number_x_or_a_bracket = Il manque quelque chose à la fin : un nombre, x ou une parenthèse.
core_sunspots = taches solaires
core_terrace_on_the_way_down = Palier dans la descente
core_text_is_too_large_for_a_number_here = { $text } est trop grand pour un nombre ici.
core_the_base_is_written_as_in_log_2_x = La base s’écrit comme dans log_2(x).
core_the_base_of_a_logarithm_is_above_0_and_not_1_log_x_3 = La base d’un logarithme est au-dessus de 0, et différente de 1 : log(x, 3).
core_the_fields_of_a_board_of_four_by_four = les cases d’un damier de quatre sur quatre
core_the_latex_command_name_is_not_known_here = La commande LaTeX \{ $name } n’est pas connue ici.
core_the_logistic_function_is_written_sigmoid_x = La fonction logistique s’écrit sigmoid(x).
core_the_lowest_and_the_highest_x_such_as_2_2_and_then_those_of_y = le plus petit et le plus grand x, comme -2,2, puis ceux de y
core_the_numbered_variables_are_x_1_and_x_2 = Les variables numérotées sont x_1 et x_2.
core_the_signs_of_x_and_x_after_minsky_and_papert_1969 = les signes de x₁ et x₂, d’après Minsky et Papert, 1969
core_there_are_no_factorials_here_write_6_instead_of_3 = Il n’y a pas de factorielles ici : écris 6 au lieu de 3!.
core_there_are_no_imaginary_numbers_here_i_is_not_known = Il n’y a pas de nombres imaginaires ici : i n’est pas connu.
core_there_is_nothing_between_these_brackets = Il n’y a rien entre ces parenthèses.
core_this_bracket_is_not_closed_a_closing_is_missing = Cette parenthèse n’est pas fermée : il manque un « { $closing } ».
core_this_divides_by_zero_which_gives_no_number = Ceci divise par zéro, ce qui ne donne pas de nombre.
core_this_is_nested_too_deeply_up_to_levels_levels_are_read = C’est trop imbriqué : on lit jusqu’à { $levels } niveaux.
core_this_is_not_closed_a_second_is_missing = Ce | n’est pas fermé : il manque un second |.
core_this_next_closes_a_bracket_that_was_never_opened = Ce « { $next } » ferme une parenthèse qui n’a jamais été ouverte.
core_three_hump_camel = Chameau à trois bosses
core_three_spirals_after_lang_and_witbrock_1988 = trois spirales, d’après Lang et Witbrock, 1988
core_true_or_false = true ou false
core_two_half_circles_after_make_moons_of_scikit_learn = deux demi-cercles, d’après make_moons de scikit-learn
core_two_normal_distributions_around_1_1_and_1_1 = deux lois normales autour de (−1, −1) et (1, 1)
core_two_numbers_side_by_side_put_a_sign_such_as_or_between_them = Deux nombres côte à côte : mets un signe comme + ou * entre eux.
core_two_sines = Deux sinus
core_two_spirals_after_lang_and_witbrock_1988 = deux spirales, d’après Lang et Witbrock, 1988
core_two_spirals_as_classifyspiraldata_of_tensorflow_playground_makes_them_d_smilkov_s_carter_2016_apache_2_0 = deux spirales, comme les fait classifySpiralData de TensorFlow Playground (D. Smilkov, S. Carter, 2016 ; Apache-2.0)
core_type_a_formula_such_as_x_2_sin_3x = Tape une formule, comme x^2 + sin(3x).
core_type_only_what_the_function_is_such_as_x_2_this_is_an_equation = Tape seulement ce qu’est la fonction, comme x^2 : ceci est une équation.
core_up_to_layers_hidden_layers_widths_of_1_to_units_such_as_6_or_8_8 = les largeurs d’au plus { $layers } couches cachées, de 1 à { $units }, comme 6 ou 8-8
core_up_to_six_optimizers_as_in_sgd_adam_up_to_six_step_sizes_as_in_0_01_0_1_or_starts = jusqu’à six optimiseurs comme sgd,adam, jusqu’à six tailles de pas comme 0.01,0.1, ou starts
core_upper = haut
core_use_x_and_y_or_x_and_x_but_not_both = Prends x et y, ou x₁ et x₂, mais pas les deux.
core_velocity_1000_km_s = vitesse (1000 km/s)
core_w_the_pull_towards_0_a_move_of_its_own_by_w_x = w : l’attraction vers 0, un mouvement à part de η w x
core_w_the_pull_towards_0_added_to_the_gradient_as_w_x = w : l’attraction vers 0, ajoutée au gradient sous la forme w x
core_weights_numbers_such_as_6_or_0_5_7 = des numéros de poids, comme 6 ou 0-5-7
core_what_g_starts_from = d’où part G
core_what_too_long_for_an_address_save_the_experiment_as_a_file_instead = { $what } : trop long pour une adresse ; enregistre plutôt l’expérience dans un fichier.
core_with_y_on_both_sides_this_is_an_equation_type_only_what_the_function_is = Avec y des deux côtés, c’est une équation : tape seulement ce qu’est la fonction.
core_write_0_05_instead_of_5_and_mod_x_2_for_a_remainder = Écris 0.05 au lieu de 5 %, et mod(x, 2) pour un reste.
core_write_1_name_x_for_a_reciprocal = Écris 1/{ $name }(x) pour un inverse.
core_write_atan_y_x_for_an_angle_and_atan_2x_for_a_factor = Écris atan(y/x) pour un angle, et atan(2x) pour un facteur.
core_write_if_x_0_x_2_x_2 = Écris if(x < 0, x^2, x + 2).
core_write_number_x_for_a_power_of_number_and_exp_number_x_for_one_of_e = Écris { $number }^x pour une puissance de { $number }, et exp({ $number }x) pour une de e.
core_write_to_divide_a_function_in_pieces_is_x_0_x_2_x_2 = Écris / pour diviser. Une fonction par morceaux est {"{"}x < 0: x^2, x + 2{"}"}.
core_written_has_no_value = { $written } n’a pas de valeur.
core_written_is_not_known_here_is_it_near = « { $written } » n’est pas connu ici. Est-ce { $near } ?
core_written_is_not_known_here_the_variable_is_first = « { $written } » n’est pas connu ici : la variable est { $first }.
core_written_is_not_known_here_the_variables_are_first_and_second = « { $written } » n’est pas connu ici : les variables sont { $first } et { $second }.
core_written_is_not_known_here_the_variables_are_x_and_y_or_another_letter_alone_there_are_pi_e_and_functions_such_as_sin_exp_ln_sqrt = « { $written } » n’est pas connu ici. Les variables sont x et y, ou une autre lettre seule ; il y a pi, e et des fonctions comme sin, exp, ln, sqrt.
core_year = année
