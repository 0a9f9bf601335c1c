## The language itself

language_name = Español
text_direction = ltr
decimal_mark = ,
thousands_mark = {"\u202F"}
coordinates_mark = ;
number_undefined = indefinido
number_infinite = infinito
language = idioma
language_hint = El idioma de todo lo que se dice aquí.
language_auto = automático
language_failed = No se pudo cargar este idioma. Inténtalo de nuevo o elige otro.

## What lists offer

chart_loss = pérdida
chart_log_loss = pérdida, logarítmica
chart_gradients = gradientes
chart_weights = pesos
chart_answers = respuestas
chart_hidden_space = espacio oculto
chart_sharpness = agudeza
chart_learning_rate = tasa de aprendizaje
cost_softmax_cross_entropy = entropía cruzada (softmax)
cost_squared_error = error cuadrático
cost_half_squared_error = medio error cuadrático
cost_absolute_error = error absoluto
cost_binary_cross_entropy = entropía cruzada binaria
data_penguins = pingüinos
data_iris = iris
data_nebulae = nebulosas
data_sunspots = manchas solares
data_petals = pétalos
data_gaussians = nubes gaussianas
data_circles = círculos
data_moons = medias lunas
data_spirals = espirales
data_playground_spirals = espirales de Playground
data_spirals3 = tres espirales
data_checkerboard = tablero
initialization_uniform = uniforme
initialization_zeros = ceros

## The pictures

loss = pérdida
iteration = iteración
train = entrenamiento
test = prueba
validation = validación
weight_name = { $from } → { $to }
weight_axis = peso { $name }
weight_frozen = { $name }, congelado
bias_name = sesgo de { $to }
hidden_unit = unidad { $number }
hidden_unit_of_layer = capa { $layer } unidad { $number }
axis_with_unit = { $name } ({ $unit })
axis_of = { $variable }: { $name }
slope_mark = pendiente { $slope }
slope_mark_two = pendientes { $left } y { $right }
slope_mark_none = sin pendiente
slope_two = { $left } izq., { $right } der.
slope_none = ninguna
step_mark = próximo paso
leaves_mark = aquí la bola se sale de la imagen
step_mark_magnified = próximo paso, × { $factor }
square_mark = un error, al cuadrado
loss_of_batch = pérdida: muestras de este paso ({ $count })
loss_of_all = pérdida: muestras de entrenamiento ({ $count })

## What coloured words stand for

sign_slope = Azul: la pendiente aquí, o el gradiente; apunta cuesta arriba, y su flecha es tan larga como empinada es la cuesta.
sign_ball = Naranja: la bola, es decir, dónde estamos ahora.
sign_step = Verde: el próximo paso y lo que le pertenece.
sign_positive = Turquesa, línea continua: mayor que 0.
sign_negative = Marrón, línea discontinua: menor que 0.
sign_ghost = Violeta, discontinuo: una predicción o un recorrido abandonado.
sign_ink = En negrita: lo que se hace.

## The one sentence

sentence_start = { $start }, la red acierta el { $accuracy }. Cada paso mueve todos los pesos [step:cuesta abajo] por el coste (la pérdida: cuánto se equivoca).
sentence_start_level = { $start }, la red acierta el { $accuracy }. El coste (cuánto se equivoca) tiene aquí [slope:pendiente] [slope:{ $slope }]: a lo largo de este peso el terreno es llano. Pulsa «Iniciar».
sentence_start_values_level = { $start }, el coste de la [ball:curva] ({ $cost }) es { $loss }. Tiene aquí [slope:pendiente] [slope:{ $slope }]: a lo largo de este peso el terreno es llano. Pulsa «Iniciar».
start_random = Con pesos al azar
start_zeros = Con todos los pesos a 0
start_equal = Con todos los pesos iguales
start_given = Con los pesos tal como se fijaron
sentence_start_values = { $start }, el coste de la [ball:curva] ({ $cost }) es { $loss }. Entrenar es mover cada peso cuesta abajo por el coste: este tiene [slope:pendiente] [slope:{ $slope }], así que se baja { $direction }.
sentence_given = La [slope:retropropagación] dio a cada peso su gradiente, a este [slope:{ $slope }].
sentence_moved = { " " }Cada uno se movió en contra: este, [step:{ $move }].
sentence_uphill = { " " }Aun así, su velocidad lo llevó cuesta arriba: [step:{ $move }].
sentence_frozen = { " " }Pero este peso está congelado: ningún paso lo mueve.
sentence_epoch_begun = Época 1: vistas { $seen } de { $count } muestras hasta ahora.
sentence_epochs =
    { $n ->
        [one] Época 1: las { $count } muestras, vistas una vez.
       *[other] Época { $epoch }: las { $count } muestras, vistas { $epoch } veces.
    }
sentence_fell = { " " }El coste bajó de { $from } a { $to }.
sentence_rose = { " " }El coste subió de { $from } a { $to }.
sentence_right = { " " }Acierta el { $to }; al principio, el { $from }.
sentence_worse = [warning:El coste es mayor que al principio:] los pasos son demasiado largos. Reinicia y baja la tasa de aprendizaje.
sentence_diverged = [warning:Detenido] en la iteración { $iteration }: { $what } ya no tiene un valor finito (mayor curvatura antes: { $curvature }). Reinicia y baja la tasa de aprendizaje.
sentence_diverged_grew = [warning:Detenido] en la iteración { $iteration }: { $what } ya no tiene un valor finito; la pérdida había crecido { $grew } pasos seguidos (mayor curvatura: { $curvature }). Reinicia y baja la tasa de aprendizaje.
left = hacia la izquierda
right = hacia la derecha
way_none = llano, no se baja hacia ningún lado
quantity_parameter = un peso
quantity_loss = la pérdida
quantity_gradient = el gradiente

## The one sentence of a ball on a function of x

line_start = En [ball:{ $place }] la [slope:pendiente] es [slope:{ $slope }], así que se baja { $direction }. Con tamaño de paso { $rate }, la bola [step:{ $move }].
line_moving = En [ball:{ $place }] la [slope:pendiente] es [slope:{ $slope }], así que se baja { $direction }. Con tamaño de paso { $rate }, la bola [step:{ $move }].
line_overshot = El último paso ha cruzado el fondo: en [ball:{ $place }] la [slope:pendiente] es ahora [slope:{ $slope }], así que se baja de vuelta { $direction }. La bola [step:{ $move }].
line_climbed = [warning:Se ha pasado de largo:] al otro lado del fondo y más arriba que antes. En [ball:{ $place }] la [slope:pendiente] es [slope:{ $slope }]; con tamaño de paso { $rate }, la bola [step:{ $move }].
line_uphill = En [ball:{ $place }] la [slope:pendiente] es [slope:{ $slope }], así que se baja { $direction }; pero su velocidad lleva la bola cuesta arriba: [step:{ $move }].
line_level = En [ball:{ $place }] la [slope:pendiente] es [slope:0]: la bola está en reposo { $rests }.
line_level_moving = En [ball:{ $place }] la [slope:pendiente] es prácticamente [slope:0], pero la bola no está en reposo: su velocidad la hace seguir, y [step:{ $move }].
line_left = [warning:La bola se ha salido de la imagen:] está en { $place }, donde la [slope:pendiente] es [slope:{ $slope }]. Reinicia y prueba otro inicio o un tamaño de paso menor.
move_to = se mueve { $far } { $way }, hasta { $next }
move_far = sale volando { $way }, muy lejos de la imagen
move_none = se queda donde está
place_far = un lugar muy lejos de la imagen

## Where the function has no one slope

line_kink = En [ball:{ $place }] la curva tiene un punto anguloso: su [slope:pendiente] es [slope:{ $left }] a la izquierda y [slope:{ $right }] a la derecha, y en el punto mismo no hay ninguna.
line_jump = En [ball:{ $place }] la curva da un salto, de { $left } a la izquierda a { $right } a la derecha: ahí no tiene pendiente.
line_upright = En [ball:{ $place }] la curva no tiene pendiente: al acercarse, es cada vez más empinada, sin límite.
line_oscillating = En [ball:{ $place }] la curva no tiene valor ni pendiente: al acercarse, sube y baja una y otra vez sin fin, de modo que no tiene límite.
line_shaking = En [ball:{ $place }] la curva no tiene pendiente: al acercarse, sube y baja una y otra vez sin fin, cada vez menos pero nunca con más suavidad.
plane_oscillating = En [ball:{ $place }] la superficie no tiene valor ni gradiente: a lo largo de { $axis } sube y baja una y otra vez sin fin, de modo que no tiene límite.
plane_shaking = En [ball:{ $place }] la superficie no tiene gradiente: a lo largo de { $axis } sube y baja una y otra vez sin fin, cada vez menos pero nunca con más suavidad.
plane_kink = En [ball:{ $place }] la superficie tiene una arista: a lo largo de { $axis } su [slope:pendiente] es [slope:{ $left }] a un lado y [slope:{ $right }] al otro, y en la arista misma no hay gradiente.
plane_jump = En [ball:{ $place }] la superficie da un salto a lo largo de { $axis }, de { $left } a { $right }: ahí no tiene gradiente.
plane_upright = En [ball:{ $place }] la superficie no tiene gradiente: a lo largo de { $axis } es cada vez más empinada, sin límite.
broken_mean = El descenso del gradiente tiene que elegir: toma la media, [slope:{ $slope }], y con tamaño de paso { $rate } la bola [step:{ $move }].
broken_mean_rests = El descenso del gradiente tiene que elegir: toma la media, [slope:{ $slope }], de modo que ningún paso lleva fuera de aquí.
broken_rule = El descenso del gradiente tiene que elegir: toma [slope:{ $slope }], lo que dan las reglas de derivación aplicadas a ciegas, y con tamaño de paso { $rate } la bola [step:{ $move }].
broken_rule_rests = El descenso del gradiente tiene que elegir: toma [slope:{ $slope }], lo que dan las reglas de derivación aplicadas a ciegas, de modo que ningún paso lleva fuera de aquí.

tangent_start = En [ball:{ $place }] la [slope:pendiente] es [slope:{ $slope }]: por cada 1 hacia la derecha, la recta { $tilt } { $size }. Se baja { $direction }.
up = sube
down = baja
secant_rises = Avanzando { $run } hacia la derecha, la curva sube { $size }: la pendiente entre los dos puntos es { $rise } / { $run } = { $slope }.
secant_falls = Avanzando { $run } hacia la derecha, la curva baja { $size }: la pendiente entre los dos puntos es { $rise } / { $run } = { $slope }.
run_mark = avance { $run }
rise_mark = subida { $rise }
secant_mark = entre ambos: { $slope }
part_x = según x { $slope }
part_y = según y { $slope }

## The scenes

scenes = Escenas de la lección
scene_derivative = Derivada
scene_gradient = Gradiente
scene_descent = Descenso
scene_neuron = Neurona
scene_network = Red
drop = Soltar la bola
secant = segundo punto
secant_hint = Un segundo punto de la curva, a esta distancia hacia la derecha. Acércalo, en la curva o aquí, y la recta que pasa por ambos se convierte en la tangente.
iterations = número de pasos
iterations_hint = Se para tras este número de pasos; 0: sin fin.
part = Siguiente parte
part_hint = Una parte del paso cada vez, de ① a ④.
four_steps = Los cuatro pasos
next_scene = Sigue: { $scene }
four_1 = Calcular el [slope:gradiente] en el [ball:punto] actual.
four_1_line = gradiente = { $f } = { $gradient }
four_2 = Mirar hacia dónde apunta: se baja en sentido contrario.
four_2_level = Mirar hacia dónde apunta: es 0, así que no se baja hacia ningún lado.
four_2_line = −gradiente = { $downhill }: { $way }
four_3 = [step:Mover] el punto cuesta abajo en tamaño de paso × gradiente.
four_3_other = [step:Mover] el punto en −tamaño de paso × { $factors }.
four_3_search = [step:Mover] el punto con el paso que encontró la búsqueda.
four_3_line = { $name } ← { $place } − { $rate } × { $factor } = { $next }
four_3_line_other = { $name } ← { $place } + cambio { $move } = { $next }; cambio = −{ $product }
four_3_line_search = { $name } ← { $place } + cambio { $move } = { $next }
network_1 = [ink:Calcular]: hacia delante hasta el coste y por [slope:retropropagación] hasta los gradientes.
network_2 = [ink:Mirar]: se baja en contra del [slope:gradiente].
network_2_level = [ink:Mirar]: el gradiente es 0, así que no se baja hacia ningún lado.
network_3 = [step:Mover] cada peso en −tasa de aprendizaje × gradiente.
network_3_other = [step:Mover] cada peso en −tasa de aprendizaje × { $factors }.
network_4 = [ink:Repetir]: { $done } de { $all }. Épocas (todas las muestras una vez): { $complete }.
network_4_open = [ink:Repetir]. Épocas (todas las muestras una vez): { $complete }.
way_forward = hacia delante
way_back = retropropagación
way_cost = coste { $cost }
network_4_line = época { $epoch }: vistas { $seen } de { $of } muestras
neuron_1 = Calcular el [slope:gradiente] por retropropagación.
neuron_1_line = media de { $samples }: { $gradient }
neuron_2_line = −gradiente = { $downhill }
neuron_3 = [step:Mover] peso y sesgo cuesta abajo en tamaño de paso × gradiente.
neuron_3_other = [step:Mover] peso y sesgo en −tamaño de paso × { $factors }.
neuron_3_line = { $place } − { $rate } × { $gradient } = { $next }
neuron_3_line_other = { $place } + cambio { $move } = { $next }; cambio = −{ $product }
neuron_3_line_frozen = { $place } + cambio { $move } = { $next }
neuron_4_line = épocas hasta ahora: { $done }
network_1_line = { $count } pendientes, media de { $samples }; longitud { $length }
network_2_line = mayor pendiente y mayor cambio: { $weight }, −gradiente { $downhill }
network_2_line_two = mayor pendiente: { $steepest }, −gradiente { $steep }; mayor cambio: { $weight }, −gradiente { $downhill }
network_3_line = { $weight }: −{ $product } = { $move }; { $place } { $move } = { $next }
network_3_line_frozen = { $weight }: { $place } { $move } = { $next }
four_4 = Repetir: { $done } de { $all }.
four_4_open = Repetir: { $done } hasta ahora.
four_4_line = volver a ①
four_4_line_over = fin
stop_enough = [warning:Fin:] ya están dados todos los pasos ({ $all }).
stop_epochs = [warning:Fin] en el paso { $done }: la época { $epochs } está completa.
stop_reached = [warning:Fin] en el paso { $done }: la pérdida de entrenamiento es { $target } o menos.
stop_stalled = [warning:Fin] en el paso { $done }: la pérdida de entrenamiento no mejora en { $patience } iteraciones; se vigila esta porque no se reservan muestras para la validación.
stop_stalled_validation = [warning:Fin] en el paso { $done }: la pérdida de validación no mejora en { $patience } iteraciones. La más baja, { $lowest }, fue la de la iteración { $best }.
stop_restored = [warning:Fin] en el paso { $end }: la pérdida de validación no mejora en { $patience } iteraciones. Vuelven los pesos de la iteración { $best }, donde era más baja ({ $lowest }).
waits_validation = { " " }Paciencia: la pérdida de validación lleva sin bajar { $waited } de { $patience } iteraciones.
waits_training = { " " }Paciencia: la pérdida de entrenamiento lleva sin bajar { $waited } de { $patience } iteraciones; se vigila esta porque no se reservan muestras para la validación.
stop_go_on = { " " }Para seguir, cambia «{ $rule }» en «Más».
epochs = número de épocas
epochs_hint = Se para tras este número de épocas; 0: sin fin. En una época se ve una vez cada muestra de entrenamiento.
target_loss = pérdida objetivo
target_loss_hint = Se para cuando la pérdida de entrenamiento llega a este valor. Vacío: sin fin.
search = buscar
search_hint = Deja a la vista los controles que tienen que ver con lo que se escribe aquí.
beginning = Dónde empieza
samples_group = Muestras
network_group = Red
descent_group = Cómo desciende
ending = Cuándo para
patience = paciencia
patience_hint = Se para tras este número de iteraciones sin que la pérdida de validación baje una diezmilésima parte, y vuelven los pesos con la más baja. Si no se reservan muestras para la validación, vigila la pérdida de entrenamiento, y los pesos se quedan. 0: sin fin.
halve = Probar la mitad del paso
halve_network = Probar media tasa
settle = Usar un paso con el que se asiente: { $rate }
settle_hint = De todos los tamaños de paso del deslizador, el que lleva antes la bola al reposo desde este inicio. Se puede deshacer.
halve_hint = Vuelve a antes de que la pérdida empezara a subir y reduce el tamaño de paso a la mitad. Se puede deshacer.
stop_level = [warning:Fin] en el paso { $done }: el gradiente es prácticamente 0.
stop_diverged = [warning:Fin] en el paso { $done }: no se pueden calcular los números siguientes.
reduced_motion = Tu sistema pide menos movimiento: «Iniciar» da un paso cada vez.

## A step of a network under the microscope

sample = muestra
sample_all = todas
sample_hint = Sigue una muestra del próximo paso a través de la red: su número, o un clic en su punto. Vacío: todas.
no_sample = Muestras en este paso: { $count }. Elige una de 1 a { $count }, o ninguna para verlas todas.
sample_not_in_step = Este punto no está en el próximo paso: solo lo están los que llevan aro.
chain_rule = Regla de la cadena
micro_forward = Hacia adelante, capa { $layer } de { $of }: cada unidad pondera lo que le llega, suma su sesgo y transmite su [ball:valor].
micro_cost_one = El coste: la respuesta se compara con lo esperado ({ $expected }). Para esta muestra es { $cost }.
micro_cost = El coste: las respuestas se comparan con lo esperado. Media de las muestras ({ $count }): { $cost }.
micro_cost_penalty = El coste: las respuestas se comparan con lo esperado. Media de las muestras ({ $count }): { $cost }; la penalización añade { $penalty }.
micro_backward_last = Hacia atrás, capa { $layer } de { $of }: el coste se conoce, así que cada salida conoce su [slope:gradiente] (δ).
micro_backward = Hacia atrás, capa { $layer } de { $of }: hacen falta los [slope:gradientes] (δ) de las neuronas siguientes, y los de la capa { $next } ya se conocen.
micro_line_forward = parte { $part } de { $all }: hacia adelante
micro_line_cost = parte { $part } de { $all }: coste
micro_line_backward = parte { $part } de { $all }: hacia atrás
chain_one = [ball:{ $weight }], { $sample } de { $count } ({ $expected })
chain_all = [ball:{ $weight }], media de { $count }
chain_sum = suma ponderada de los [slope:δ] siguientes
chain_cost_slope = pendiente del coste
chain_mask = factor del dropout
chain_slope = pendiente de la activación
chain_input = entrada
chain_bias = 1, por ser un sesgo
chain_product = su [slope:gradiente]
chain_measured = medido
chain_kinked = medido, en punto anguloso
chain_mean = media de todas ({ $count })
chain_penalty = pendiente de la penalización
chain_gradient = [slope:gradiente]
chain_step = [step:−{ $rate } × gradiente]
chain_move = [step:cambio según { $optimizer }]
chain_next = [ball:peso] después

## The same on a function of x and y

plane_start = En [ball:{ $place }] el [slope:gradiente] es [slope:{ $slope }], las pendientes según x e y en una sola flecha: apunta cuesta arriba, { $uphill }. La bola va en sentido contrario: [step:{ $move }].
plane_moving = En [ball:{ $place }] el [slope:gradiente] es [slope:{ $slope }]: se sube { $uphill }. Con tamaño de paso { $rate }, la bola [step:{ $move }].
plane_overshot = El último paso ha cruzado el valle: en [ball:{ $place }] el [slope:gradiente] es [slope:{ $slope }], se sube { $uphill }. La bola [step:{ $move }].
plane_climbed = [warning:Se ha pasado de largo:] al otro lado del valle y más arriba que antes. En [ball:{ $place }] el [slope:gradiente] es [slope:{ $slope }]; con tamaño de paso { $rate }, la bola [step:{ $move }].
plane_uphill = En [ball:{ $place }] el [slope:gradiente] es [slope:{ $slope }]: se sube { $uphill }; pero su velocidad lleva la bola hacia arriba: [step:{ $move }].
plane_level = En [ball:{ $place }] el [slope:gradiente] es [slope:0]: la bola está en reposo { $rests }.
plane_level_moving = En [ball:{ $place }] el [slope:gradiente] es prácticamente [slope:0], pero la bola no está en reposo: su velocidad la hace seguir, y [step:{ $move }].
plane_left = [warning:La bola se ha salido de la imagen:] está en { $place }, donde el [slope:gradiente] es [slope:{ $slope }]. Reinicia y prueba otro inicio o un tamaño de paso menor.

## How a run has ended

count_of_steps =
    { $n ->
        [one] 1 paso
       *[other] { $count } pasos
    }
slope_word = pendiente
rest_global = [ball:La bola] ha quedado en reposo en el lugar más bajo de la imagen (el mínimo global), tras { $steps }.
rest_other = { " " }El mínimo local (relativo) está { $number } más arriba.
rest_one_of = [ball:La bola] ha quedado en reposo, tras { $steps }, en uno de los { $number } lugares más bajos de la imagen: son mínimos globales, todos igual de bajos.
rest_along = [ball:La bola] ha quedado en reposo en un valle llano y tan bajo como se puede en la imagen: cada lugar a lo largo de él es un mínimo global.
rest_local = [ball:La bola] ha quedado en reposo en un mínimo local (relativo). El lugar más bajo, el mínimo global, está { $number } más abajo: prueba otro inicio.
rest_local_open = [ball:La bola] ha quedado en reposo en un mínimo local (relativo), no en el lugar más bajo: en otra parte de la imagen se baja más. Prueba otro inicio.
rest_minimum = [ball:La bola] ha quedado en reposo en un mínimo, tras { $steps }.
rest_top = [ball:La bola] ha quedado en reposo en una cima (un máximo), con [slope:{ $slopes }] 0. Un empujoncito, y rodaría hacia abajo.
rest_saddle = [ball:La bola] ha quedado en reposo en un punto de silla, con [slope:{ $slopes }] 0, pero al lado hay terreno más bajo. Un empujoncito, y seguiría rodando.
rest_level = [ball:La bola] ha quedado en reposo en terreno llano, donde ningún paso lleva más lejos, pero en otra parte se baja más. Prueba otro inicio.
rest_level_lowest = [ball:La bola] ha quedado en reposo en terreno llano, tan bajo como se puede en la imagen, tras { $steps }.
rest_somewhere = [ball:La bola] ha quedado en reposo, tras { $steps }, con [slope:{ $slopes }] 0, y ningún paso lleva más lejos.
rest_outside = [ball:La bola] ha quedado en reposo fuera de la imagen, en { $place }. No se ha mirado si hay cerca un lugar más bajo.
ended_moving = Fin tras { $steps }, pero [ball:la bola] no está en reposo: sigue con [slope:{ $slopes }] [slope:{ $slope }]. Para seguir, aumenta el número de pasos.
ended_almost_lowest = [ball:La bola] casi está en reposo ({ $more } más) en el lugar más bajo de la imagen (el mínimo global). Fin tras { $steps }.
ended_almost_local = [ball:La bola] casi está en reposo ({ $more } más) en un mínimo local (relativo): el mínimo global está { $number } más abajo. Fin tras { $steps }. Prueba otro inicio.
ended_left = [warning:La bola se ha salido de la imagen:] desde el paso { $since }, cada paso ha sido más largo que el anterior.
ended_far = [warning:La bola está muy lejos de la imagen:] los pasos eran demasiado largos.
ended_settles = Desde el mismo inicio, con tamaño de paso { $rate } queda en reposo.
ended_advice = Reinicia y prueba otro inicio o un tamaño de paso menor.
rests_bottom = en un fondo
rests_top = en una cima, hasta que algo la empuje
rests_saddle = en un punto de silla, hasta que algo la empuje
rests_flat = en terreno llano
stopped_no_value = [warning:Detenida] en el paso { $iteration }: el paso llevó a { $place }, donde la función no tiene valor. Reinicia y prueba otro inicio o un tamaño de paso menor.
stopped_no_slope = [warning:Detenida] en el paso { $iteration }: en { $place } la función no tiene pendiente, así que no hay por dónde bajar. Prueba otro inicio.
stopped_too_large = [warning:Detenida] antes del paso { $iteration }: lanzaría la bola tan alto que sus números serían demasiado grandes para calcularlos. Reinicia y baja el tamaño de paso.
nowhere_a_value = [warning:Sin valor en esta imagen:] la función no está definida en ninguna parte de ella. Mira otro dominio (en «Más») o escribe otra función.
start_too_large = [warning:Aquí, demasiado alto:] en { $place } el valor es demasiado grande para calcularlo. Arrastra la bola a donde sea más bajo o elige otro inicio.
start_no_value = [warning:Aquí, sin valor:] en { $place } la función no está definida. Arrastra la bola a donde lo esté o elige otro inicio.
way_0 = hacia el este
way_1 = hacia el nordeste
way_2 = hacia el norte
way_3 = hacia el noroeste
way_4 = hacia el oeste
way_5 = hacia el suroeste
way_6 = hacia el sur
way_7 = hacia el sureste
invitation = arrastra la bola
too_fast_to_draw = cambia más rápido de lo que esta imagen puede mostrar: amplía la vista

## The places with a mark

spots = Lugares marcados
spots_none = Ninguno.
spots_searching = Buscando …
spots_line = Se ha buscado en { $count } puntos.
spots_plane = Se ha buscado en una cuadrícula de { $count } × { $count } puntos.
spots_more = … y { $count } más, sin marca.
spot_at = dónde
spot_value = altura
mark_lowest = mínimo global
mark_dip = mínimo local
mark_top = cima
mark_saddle = silla
spot_global = lo más bajo encontrado en la imagen
spot_local = mínimo local (relativo)
flag_global = ★ lo más bajo a la vista (mínimo global)
flag_local = ○ un hoyo: mínimo local (relativo)
flag_local_higher = ○ hoyo, { $number } más alto: mínimo local (relativo)
spot_maximum = cima (máximo)
spot_saddle = punto de silla
spot_flat = lugar llano
spot_kink = punto anguloso
spot_edge = lo más bajo del entorno, en el borde
spot_edge_lowest = lo más bajo encontrado en la imagen, en su borde
spot_uncertain = llano aquí: no es seguro que sea mínimo ni máximo
spot_at_kink = { $name }, en un punto anguloso
spot_at_jump = { $name }, en un salto
spot_along = { $name }, a lo largo de toda una línea
spot_along_kink = { $name }, a lo largo de toda una arista
spots_endless = Aquí nada es lo más bajo: en esta imagen la función baja sin fin.
spots_elsewhere = Ninguno de ellos es el más bajo: en otra parte de la imagen la función baja aún más, sin tener allí un lugar más bajo.

## Which minimum?

basins = ¿Qué mínimo?
basins_hint = Colorea cada inicio según el mínimo al que llega la bola desde ahí, con estos ajustes. Más oscuro: más tarde.
basins_searching = Buscando los mínimos …
basins_note = Adónde llega la bola desde cada inicio; más oscuro es más tarde.
basin = { $number } { $mark } { $place }: { $share }
basin_share_least = menos del 1 %
basins_rest = otros ({ $count }): { $share }
basins_unsettled = sin asentarse tras { $steps } pasos: { $share }
basins_left = fuera de la imagen: { $share }
basins_stopped = detención por falta de valor: { $share }

## Predict, then reveal

with_numbers = Con números
with_numbers_hint = Pone en las fórmulas los números del lugar de la bola.
predict = Predecir
predict_hint = Pregunta dónde estará la bola: arrastra hasta ahí el aro discontinuo o usa las flechas; luego da el paso y compara.
guess_note = Arrastra el aro discontinuo, haz clic o usa las flechas.
guess_ask = ¿Dónde estará la [ball:bola]? Está en [ball:{ $place }], la [slope:pendiente] es [slope:{ $slope }], el tamaño de paso { $rate }. Arrastra ahí el [ghost:aro discontinuo] y pulsa «Un paso».
guess_made = Desde [ball:{ $place }], tu predicción es [ghost:{ $guess }]. Pulsa «Un paso» y compara.
guess_told =
    { $n ->
        [one] Tu predicción: [ghost:{ $guess }]. Tras un paso la bola está en [ball:{ $place }]: [ghost:a { $apart } de distancia]. Arrastra el aro para predecir otra vez.
       *[other] Tu predicción: [ghost:{ $guess }]. Tras { $steps } pasos la bola está en [ball:{ $place }]: [ghost:a { $apart } de distancia]. Arrastra el aro para predecir otra vez.
    }

## A race

race = carrera
race_hint = Varias bolas ruedan a la vez, cada una con el mismo número de pasos: desde un inicio con varios optimizadores o tamaños de paso, o desde diez inicios.
race_lanes_hint = Quién corre: hasta seis optimizadores como en sgd,adam, hasta seis tamaños de paso como en 0.01,0.1, o starts (inicios). La semilla dice qué inicios.
race_alone = una bola
race_optimizers = seis optimizadores
race_rates = seis tamaños de paso
race_starts_name = diez inicios
drop_ten = Soltar diez
drop_ten_hint = Suelta diez bolas desde diez lugares de toda la imagen y muestra qué mínimo encuentra cada una. Otra vez: de nuevo una bola.
race_table = Quién está dónde
race_who = quién
heights_title = Altura según los pasos
heights_note = Una línea por cada bola de la tabla.
heights_label = La altura de cada bola de la carrera según los pasos.
race_start = { $count } bolas parten del mismo lugar y se diferencian en una sola cosa: { $what }. Pulsa «Iniciar»: todas dan el mismo número de pasos.
race_starts = { $count } bolas esperan en { $count } lugares, con los mismos ajustes. Pulsa «Iniciar» y mira qué mínimo encuentra cada una.
race_moment = En el paso { $steps }, [racer-1:{ $lowest }] es la más baja, a la altura { $height }. De { $count }, { $stand }.
race_none = En el paso { $steps } ya no queda ninguna en la imagen: { $stand }. Un tamaño de paso menor las mantiene aquí.
race_row = en { $place }: { $how }
race_row_from = de { $start } a { $place }: { $how }
race_settled = en reposo
race_settled_in = en reposo, { $sign } { $name }
race_left = fuera de la imagen
race_stopped = detención por falta de valor
race_going = aún en marcha

## What comes of a step size

ahead_settles =
    { $n ->
        [one] se asienta tras 1 paso
       *[other] se asienta tras unos { $settled } pasos
    }
ahead_bounces = sigue rebotando de un lado a otro tras { $steps } pasos
ahead_crawls = sigue arrastrándose tras { $steps } pasos
ahead_leaves = se sale de la imagen
ahead_stops = se para donde no hay valor
dial_here = Desde el inicio: { $how }.
dial_at = { $rate }: { $how }
dial_rule = Cerca de { $place }, regla práctica: │ se pasa de largo desde { $overshoots }, ┃ se asienta hasta { $settles }.
dial_no_rule = Sin regla práctica: este optimizador cambia sus pasos por sí mismo.
dial_no_minimum = Aquí no hay regla práctica.
dial_label = Tamaños de paso desde este inicio: { $stretches }.
dial_stretch = de { $from } a { $to } { $how }
dial_place = { $from } { $how }
dial_settles = se asienta
dial_bounces = rebota
dial_crawls = se arrastra
dial_leaves = se sale
dial_stops = se para

## The page of a function

function = función
function_hint = Escribe una fórmula, como x^2 + sin(3x), 2x e^(-x^2), |x|, {"{"}x<0: x^2, x+2{"}"}, x^(2/3), raíz real también a la izquierda de 0, o, con x e y, x^2 - y^2.
function_task = Una bola sobre una función: { $name }
function_typed = propia
function_name = { $name }: { $formula }
functions = o una de estas
functions_hint = Funciones con nombre, cada una con su propio inicio.
functions_1 = una variable: una curva
functions_2 = dos variables: una superficie
step_size = tamaño de paso
step_size_hint = Lo largo que es cada paso: el paso es −tamaño de paso × pendiente.
start = inicio
start_hint = Dónde empieza la bola: un número, o dos unidos por una coma.
domain = Qué se ve
domain_hint = De dónde a dónde llega la imagen.
domain_x_from = dominio: x de
domain_x_to = x a
domain_y_from = y de
domain_y_to = y a
condition_number = número de condición
condition_number_hint = Cuántas veces más se curva el cuenco en una dirección que en la otra.
steps = paso
x = x
y = y
height = altura f
slope = pendiente f′
slope_x = pendiente según x
slope_y = pendiente según y
steepness = inclinación
step_x = próximo paso en x
step_y = próximo paso en y
secant_run = segundo punto: avance
secant_rise = segundo punto: subida
secant_slope = subida entre avance
second_derivative = curvatura f″
bend_most = mayor curvatura
bend_least = menor curvatura
bend_along = { $value } según { $direction }
derivative = Derivada
derivative_title = Su pendiente en cada punto: la derivada
derivative_note = Donde es 0, la curva es llana.
derivative_label = La derivada de la función, con la pendiente en la bola marcada.
line_title = Bola sobre una curva
line_note = Arrastra la bola, haz clic o usa las flechas.
line_label = La curva de la función con la bola, la tangente y el próximo paso. Las flechas mueven el inicio.
plane_map_note = Arrastra la bola, haz clic o usa las flechas. Escalas iguales; { $lines }.
plane_map_note_unequal = Arrastra la bola, haz clic o usa las flechas. Las escalas de x e y difieren; { $lines }.
lines_even = una línea cada { $step } de altura
lines_rising = líneas a 1, 2, 5, 10, … sobre lo más bajo
plane_map_label = Mapa de curvas de nivel de la función, con la bola, su rastro, el gradiente y el paso. Las flechas mueven el inicio.
plane_surface_label = Superficie de la función. Las flechas la giran.
facts = Información
written = La función y su derivada
too_long = demasiado larga para escribirla aquí; aun así, la imagen es exacta
derivation = Cómo se obtiene esta derivada
derivation_of_two = Cómo se obtienen estas derivadas
derivation_note = En cada derivada, la otra variable se mantiene fija: cuenta como un número.
rule_constant = Constante: no cambia, así que su pendiente es 0
rule_variable = La propia variable: x′ = 1
rule_sum = Suma: (u + v)′ = u′ + v′
rule_factor = Factor constante: (c u)′ = c u′
rule_product = Producto: (u v)′ = u′ v + u v′
rule_quotient = Cociente: (u/v)′ = (u′ v − u v′)/v²
rule_power = Potencia: (xⁿ)′ = n xⁿ⁻¹
rule_chain = Cadena: f(u)′ = f′(u) u′
rule_exponent = Exponente variable: (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln(u) v′
rule_larger = El mayor o el menor: la pendiente del que cuenta; step es 0 o 1
rule_pieces = A trozos: cada trozo tiene su propia pendiente; una comparación es 1 o 0, y su pendiente 0
function_source = Fuente: { $source }.

## The page

name = Downhill
task = Una red aprende a distinguir: { $classes }
play = Iniciar
play_again = Otra vez
pause = Pausa
play_hint = Un paso por cada imagen de la pantalla, hasta pausar. Tecla: espacio.
step = Un paso
step_hint = Un paso adelante. Tecla: punto.
step_back = Un paso atrás
step_back_hint = Un paso atrás, a los mismos números que antes. Tecla: coma.
reset = Reiniciar
reset_hint = Vuelve al inicio, con todos los ajustes como están ahora; lo calculado se olvida.
recomputing = Calculando de nuevo: { $percent } %
stop_recomputing = Parar
stop_recomputing_hint = Se queda con lo calculado hasta ahora; lo que aún falta se omite.
undo = Deshacer
undo_hint = Deshace el último cambio de un control. Teclas: Ctrl+Z.
stopped = La figura se ha detenido por un fallo propio. Puede volver a empezar donde estaba.
timeline = línea de tiempo
timeline_hint = Cada momento de este recorrido, adelante y atrás. Cambia un control a la mitad, y ahí empieza otro recorrido.
to_start = Al inicio
to_end = Al último paso dado
rose = primera subida: paso { $iteration }
rose_hint = Va al primer paso tras el cual la bola, o la pérdida, quedó más alta que antes.
step_of = paso { $at } de { $furthest }
step_first = paso 0
iteration_speed = iteración { $at }, { $speed } por segundo
iteration_of = iteración { $at } de { $furthest }
epoch_iteration_of = época { $epoch }, iteración { $at } de { $furthest }
iteration_first = iteración 0
more = Más
more_hint = Todos los demás ajustes.
less = Menos
learning_rate = tasa de aprendizaje (el tamaño de paso)
learning_rate_alone = tasa de aprendizaje
learning_rate_hint = Lo largo que es cada paso: el paso es −tasa de aprendizaje × gradiente.
weight = peso
weight_hint = El peso a lo largo de la curva. Haz clic en uno del diagrama o elígelo aquí.
weight_value = valor de este peso
weight_value_hint = El valor del peso que lleva la bola, a partir de esta iteración. También se puede arrastrar la bola por su curva. Se puede deshacer.
freeze = Congelar
freeze_hint = Mantiene fijo este peso: su gradiente sigue ahí, pero ningún paso lo mueve. Una barra cruza su línea.
second_weight = segundo peso
second_weight_hint = El otro peso del mapa y de la superficie.
seed = semilla
seed_hint = De donde sale todo el azar: la misma semilla da el mismo recorrido.
new_start = Nuevo inicio
new_start_hint = Otros pesos al azar, y otra elección de las muestras reservadas para validación y prueba.
data = datos
data_own = propios
data_hint = De qué aprende la red.
save = guardar
save_hint = La red tal como está, sus datos o cómo ha llegado hasta aquí. Los programas, al ejecutarse, escriben la pérdida que se ve aquí.
export_numpy = programa NumPy
export_pytorch = programa PyTorch
export_weights = pesos (JSON)
export_data = datos y respuestas (CSV)
export_history = historia del recorrido (CSV)
export_experiment = experimento (JSON)
download = Descargar
download_hint = Guarda el archivo elegido al lado.
copy = Copiar
copy_hint = Copia el texto del archivo para pegarlo en otro sitio.
copied = copiado
copy_failed = El navegador no ha dejado copiar a la página. Usa «Descargar».
read_rows = Filas leídas: { $rows }.
read_missing = Filas omitidas por faltar una celda: { $count }; la primera: línea { $line }, { $column }.
read_skipped = Líneas saltadas, que empiezan por # o están antes de la tabla: { $count }; la primera: línea { $line }.
read_row_numbers = Omitido, por numerar solo las filas: { $columns }.
read_dates = Omitido, por contener fechas: { $columns }. Como entrada, una fecha es su año con decimales.
read_units = Omitido, por no tener todos sus números la misma unidad: { $columns }. Usa una sola unidad, o ninguna.
read_month_first = En { $columns } se lee primero el mes. Si es el día, escribe las fechas como 2024-12-31.
read_unused = Omitido, por no contener números o no estar elegido: { $columns }.
left_out = Se ha omitido.
columns = Para qué son las columnas
columns_hint = Si esta columna se da a la red, si hay que aprenderla o si se omite.
role_input = entrada
role_target = objetivo: se aprende
role_unused = omitida
classes = Los números son clases
classes_hint = Si los números del objetivo nombran clases, como 0, 1, 2, o son valores.
paste = o pegar filas aquí
paste_hint = Filas de una hoja de cálculo o de un archivo CSV. También se puede soltar un archivo en la página.
csv = tu archivo (CSV, JSON)
csv_hint = Una tabla: sus columnas de números son entradas, su última columna de palabras se aprende; ambas se pueden elegir. O un experimento guardado, o pesos. El archivo se queda en este navegador.
features = qué recibe la red
features_hint = Cada elección es una entrada de la red: una entrada tal cual, o una fórmula con ella. Se empieza de nuevo.
features_typed = o fórmulas
features_typed_hint = Fórmulas de x e y, la primera y la segunda entrada en sus propias unidades, unidas por punto y coma, como en x;y;x^2. Vacío: las entradas tal cual.
features_none = las entradas
feature_last = La red necesita al menos una entrada: elige otra antes de quitar la última.
noise = ruido
noise_hint = Cuánto se dispersan los datos generados, de 0 a 1; vacío: lo habitual. Los datos medidos se quedan como están.
layers = capas ocultas
layers_hint = Cuántas unidades tiene cada capa oculta, como en 5 u 8-8.
layers_edit = Edición de las capas ocultas
layer_more = + capa
layer_more_hint = Otra capa oculta, como la última. El entrenamiento empieza de nuevo.
layer_fewer = − capa
layer_fewer_hint = Sin la última capa oculta. El entrenamiento empieza de nuevo.
layer_of = Capa oculta { $layer }
unit_more = Capa { $layer }: una unidad más
unit_fewer = Capa { $layer }: una unidad menos
units_of = Capa { $layer }: unidades
units_hint = Cuántas unidades tiene esta capa. El entrenamiento empieza de nuevo.
activation_of = Capa { $layer }: activación
activation_of_hint = Qué hace cada unidad de esta capa con la suma que le llega. El entrenamiento empieza de nuevo.
layers_most = Aquí una red tiene como mucho { $most } capas ocultas.
layers_fewest = No queda ninguna capa oculta que quitar.
units_most = Aquí una capa tiene como mucho { $most } unidades.
units_fewest = Una capa tiene al menos una unidad: mejor quita la capa.
budget = [warning:Red grande:] los fotogramas tardan más de lo habitual. Aprende de todos modos; con menos unidades o muestras va fluida.
budget_lines = { " " }De sus { $count } pesos se dibujan los { $drawn } mayores.
activation = activación
activation_hint = Qué hace cada unidad oculta con la suma que le llega.
output_activation = activación de salida
cost = coste
cost_hint = Cómo se mide cuánto se equivoca una respuesta.
optimizer = optimizador
optimizer_hint = Cómo se pasa del gradiente al cambio. Al elegir uno se empieza de nuevo con su tasa de aprendizaje habitual.
initialization = primeros pesos
initialization_hint = Cómo se eligen los pesos al principio: al azar, o todos 0.
l1 = penalización de |w| (l1)
l1_hint = Hace que los pesos cuenten como pérdida según su tamaño: los pequeños se van a 0.
l2 = penalización de w² (l2)
l2_hint = Hace que los pesos cuenten como pérdida según su cuadrado: ninguno se hace grande.
dropout = dropout
dropout_hint = La parte de las unidades ocultas que cada paso deja fuera, al azar.
schedule = plan de tasa
schedule_hint = Cómo cambia la tasa de aprendizaje: constant, step:30:0.1, exponential:0.99, cosine:200, warmup:20, one_cycle:300.
gradient_noise = ruido del gradiente
gradient_noise_hint = Cuánto se suma al azar a cada gradiente.
formulas = Actualización: { $optimizer }. { $optimizer_source }. Coste: { $cost }. { $cost_source }.
update = Actualización: { $optimizer }. { $source }.
batch_size = tamaño de lote
batch_size_hint = Cuántas muestras mira cada paso: un número, o full (todas).
iterations_per_frame = iteraciones por fotograma
iterations_per_frame_hint = Lo rápido que va el recorrido: 0.1 es una iteración cada diez fotogramas, 10 son diez en cada uno, max son tantas como quepan en el tiempo de un fotograma.
iterations_per_frame_0-1 = lento
pace = velocidad
theme = tema
theme_hint = Colores y tamaños: claro, oscuro, o grande para la última fila.
theme_auto = automático
theme_light = claro
theme_dark = oscuro
theme_projector = proyector
theme_projector_dark = proyector, oscuro
edits = Cambios durante el recorrido:
edit = desde la iteración { $iteration }: { $key } { $value }
edit_remove = Quitar
views = Vistas
still_title = paso { $count }
curve = Curva
curve_title = La cuesta de un peso
curve_note = La pérdida en todas las muestras de entrenamiento ({ $all }) cuando solo varía este peso: arrastra la bola.
curve_note_batch = La pérdida en las muestras de este paso ({ $count }; línea fina: en todas, { $all }) cuando solo varía este peso: arrastra la bola.
curve_note_dropout = La pérdida en las muestras de este paso ({ $count }), sin las unidades omitidas, cuando solo varía este peso: arrastra la bola.
curve_label = La pérdida al variar el peso elegido, con la bola, la tangente y el próximo paso. Las flechas la leen.
map = Mapa
map_title = La bola desde arriba
plane_title = El paisaje de dos pesos
map_note = Arrastra la bola. Escalas iguales; una línea cada { $step } de pérdida; más oscuro es más bajo.
map_label = Mapa de curvas de nivel de la pérdida según dos pesos, con la bola y su rastro. Las flechas lo leen.
map_note_random = La parte de cada unidad, tan larga como sus pesos; una línea cada { $step }; más oscuro es más bajo.
map_note_path = Por donde el camino llega más lejos; una línea cada { $step }; más oscuro es más bajo.
map_note_gradient = Gradiente y momentum; una línea cada { $step }; más oscuro es más bajo.
plane = el plano del mapa y la superficie
plane_hint = Sobre qué plano del conjunto de los pesos muestran la pérdida el mapa y la superficie.
plane_weights = dos pesos
plane_random = al azar
plane_path = camino hasta ahora
plane_gradient = gradiente
gradient_steeper = gradiente: más largo que lo dibujado
keep = Conservar
keep_hint = Conserva este recorrido: cambia una cosa, inícialo otra vez y verás las dos curvas, los dos caminos en el mapa y una tabla con lo que cambia.
kept = Recorridos conservados
kept_run = recorrido
kept_now = ahora
kept_differs = { $key } { $value } (ahora { $now })
kept_same = no cambia nada
kept_open = Abrir recorrido { $number }
kept_open_hint = Va a este recorrido, con sus ajustes. «Deshacer» lleva de vuelta.
kept_remove = Quitar
kept_other_data = otros datos
kept_pictures_label = Lo que responden el recorrido actual y cada recorrido conservado, uno al lado de otro, primero el actual; la tabla de abajo los nombra.
kept_pictures_hint = Lo que responde cada recorrido. Un clic en uno lleva a él, como su botón en la tabla.
kept_full = Ya hay cuatro recorridos conservados: quita antes uno de ellos (en la tabla de recorridos conservados).
kept_right = aciertos, entrenamiento
kept_r_squared = R², entrenamiento
hold = Fijar
hold_hint = El plano se queda donde está mientras la bola sigue rodando: entonces la bola sale de él, y se dibuja su sombra. Otra vez: el plano sigue a la bola.
plane_at = plano fijo desde la iteración
plane_at_hint = Una iteración como 0 o 120: el plano que pasa allí por la bola se queda. Vacío: sigue a la bola.
plane_in = { " " }La bola está en el plano: pérdida real.
plane_in_batch = { " " }La bola está en el plano: pérdida en las muestras de ese paso ({ $samples }).
plane_off = { " " }La [ball:bola] está a { $distance } del plano: pérdida real { $loss }, en su sombra { $shadow }.
plane_off_batch = { " " }La [ball:bola] está a { $distance } del plano: pérdida en las muestras de ese paso ({ $samples }) { $loss }, en su sombra { $shadow }.
plane_share = { " " }Contiene el { $share } de la varianza del camino.
plane_now = { " " }Iteración { $iteration }.
plane_age =
    { $n ->
        [one] { " " }Iteración { $iteration }, hace 1 fotograma.
       *[other] { " " }Iteración { $iteration }, hace { $frames } fotogramas.
    }
plane_share_short = { $share } del camino
plane_off_short = { $share }, bola a { $distance }
direction_random = dirección al azar { $number }
direction_principal_1 = 1.ª dirección principal: { $share } del camino
direction_principal_2 = 2.ª dirección principal: { $share }
direction_momentum = momentum, transversal al gradiente
direction_move = último cambio
direction_step = próximo paso
direction_any = cualquier otra dirección
surface = Superficie
surface_title = La bola en el espacio
landscape = Cómo se muestran las pérdidas de dos pesos
landscape_surface = 3D
landscape_map = desde arriba
surface_note = Arrastra para girar.
surface_of_all = { " " }Altura: pérdida en las muestras de entrenamiento ({ $count }).
surface_of_batch = { " " }Altura: pérdida en las muestras de este paso ({ $count }).
enlarge = Ampliar
enlarge_back = Volver a todas las imágenes
right_share = aciertos: entrenamiento { $train }, prueba { $test }
right_share_alone = aciertos: entrenamiento { $train }
r_squared_share = R² entrenamiento { $train }, prueba { $test }
r_squared_share_alone = R² entrenamiento { $train }
task_values = Una red aprende una función: { $value } para cada { $input }
source_formula = Datos: { $rows } muestras de la fórmula { $formula }.
surface_label = Superficie de la pérdida según dos pesos. Las flechas la giran.
turn_left = Girar a la izquierda
turn_right = Girar a la derecha
turn_up = Desde más arriba
turn_down = Desde más abajo
turn_back = Deshacer el giro
boundary = Respuestas
boundary_title = Qué responde
neuron_task = Una neurona ajusta una recta: { $classes }
source_neuron = Datos: { $source }; { $licence }.
neuron_title = La recta de la neurona
neuron_tab = Recta
neuron_label = Los puntos, la recta de la neurona y el error de cada punto. Las flechas los leen.
neuron_map_label = Mapa de curvas de nivel del coste según peso y sesgo, con la bola, su rastro y el paso. Las flechas mueven el inicio.
neuron_surface_label = Superficie del coste según peso y sesgo. Las flechas la giran.
neuron_note_squares = Cada [slope:cuadrado] es el error de un punto, al cuadrado; el coste: { $cost }.
neuron_note_lines = Cada [slope:línea] es el error de un punto; el coste: { $cost }.
neuron_map_note = Arrastra la bola, haz clic o usa las flechas. Escalas iguales; { $lines }; más oscuro es más bajo; la flecha muestra hacia dónde va el paso.
neuron_map_note_batch = { " " }Coste en el lote de este paso (muestras: { $count }).
neuron_sentence = Con peso { $weight } y sesgo { $bias }, el coste de la [ball:neurona] ({ $cost }) es { $loss }; el [slope:gradiente] es [slope:{ $gradient }], así que el próximo [step:paso] la mueve en [step:{ $step }].
neuron_rests_best = [ball:La bola] ha quedado en reposo tras { $steps }: el coste ({ $cost }) es { $loss }, y no hay peso y sesgo mejores.
neuron_rests = [ball:La bola] ha quedado en reposo tras { $steps }: el coste ({ $cost }) es { $loss }, y ningún paso lleva más lejos desde aquí.
neuron_falls = Fin tras { $steps }: el coste ({ $cost }) ha bajado de { $from } a { $loss }, y la bola aún no está en reposo. Para seguir, aumenta el número de pasos.
neuron_grows = [warning:Cada paso es demasiado largo:] los últimos { $grew } llevaron todos más arriba, y el coste ({ $cost }) es ahora { $loss }. Reinicia y prueba un tamaño de paso menor.
neuron_stopped = [warning:Detenida] tras { $steps }: con pasos demasiado largos se llega tan arriba que los números son demasiado grandes para calcularlos. Reinicia y prueba un tamaño de paso menor.
network_ended = Del { $from } al { $to } de aciertos en { $steps }, en las muestras con las que aprende.
network_ended_fell = El coste ({ $cost }) ha bajado de { $from } a { $to } en { $steps }.
network_ended_values = El coste ({ $cost }) ha pasado de { $from } a { $to } en { $steps }.
neuron_far = [warning:La bola está muy lejos de la imagen:] los pasos eran demasiado largos. Reinicia y prueba otro inicio o un tamaño de paso menor.
neuron_found_hint = La máquina lo encuentra, paso a paso; tú puedes decir dónde empieza.
neuron_chosen = Lo que eliges tú
neuron_found = Lo que encuentra la máquina
neuron_weight = peso
neuron_bias = sesgo
slope_weight = pendiente según peso
slope_bias = pendiente según sesgo
step_weight = próximo paso en peso
step_bias = próximo paso en sesgo
squared_error = error cuadrático medio
half_squared_error = mitad del error cuadrático medio
absolute_error = error absoluto medio
huber = error medio de Huber
softmax_cross_entropy = entropía cruzada
binary_cross_entropy = entropía cruzada binaria
hinge = pérdida hinge media
unit_nats = nats
unit_deviations = desviaciones
unit_squared_deviations = desviaciones²
boundary_note = { $classes } Cada zona tiene el color de su respuesta. Rellenos: { $train } para aprender; huecos: { $test } reservados para la prueba.
visits_all = Cada paso ve todas las muestras ({ $of }): un paso es una época.
visits_own = [step:Con aro]: las muestras del próximo paso.
visits = Época { $epoch }: vistas { $seen } de { $of } muestras. [step:Con aro]: las siguientes ({ $count }). Pequeñas: aún por venir.
visits_last = Época { $epoch }: vistas { $seen } de { $of } muestras. [step:Con aro]: las últimas ({ $count }); con ellas, cada una se ha visto una vez.
visits_begin = Vistas todas ({ $of }): la época { $before } está completa. [step:Con aro]: las primeras ({ $count }) de la época { $epoch }. Pequeñas: aún por venir.
validation_note = { " " }Con un punto dentro: { $validation } reservados para la validación.
fit_note = [ball:La curva] es lo que dice la red. [slope:Líneas]: errores de las muestras del próximo paso. Rellenos: { $train } para aprender; huecos: { $test } reservados para la prueba.
fit_note_formula = [ball:La curva] es lo que dice la red; la fina es la fórmula. [slope:Líneas]: errores de las muestras del próximo paso. Rellenos: { $train } para aprender; huecos: { $test } reservados para la prueba.
class_mark_1 = [class-1:● { $name }]
class_mark_2 = [class-2:▲ { $name }]
class_mark_3 = [class-3:■ { $name }]
boundary_label = Las respuestas de la red para cada entrada, con las muestras encima. Las flechas las leen.
errors = Errores
errors_hint = Dibuja cada muestra según lo que cuesta ella sola: las más grandes son las que más duelen.
errors_note = Tamaño: lo que cuesta una muestra sola, { $largest } como mucho.
paint = Pintar
paint_hint = Crea datos propios a mano, en esta imagen: pinta puntos, o dibuja una curva que haya que aprender.
brushes = Con qué pintar
paint_points = Clic o arrastrar para pintar.
paint_curve = Arrastra para dibujar la curva a aprender.
paint_anew = Cada trazo empieza de nuevo, con la misma semilla; se aprende de todos los puntos.
paint_kept = El primer trazo hace tuyos estos puntos; se empieza de nuevo, y se aprende de todos.
paint_rounded = El primer trazo hace tuyos estos puntos, redondeados; se empieza de nuevo, y se aprende de todos.
paint_emptied = El primer trazo quita estos puntos, porque sobre ellos no se puede pintar, y se empieza de nuevo.
paint_full = [warning:La dirección está llena:] no caben más puntos que estos ({ $count }). Borra algunos o guarda los datos en un archivo, en «Más».
paint_last = [warning:No se ha borrado:] cada clase, y una curva, conserva su último punto, para tener algo que aprender. Una tercera clase sí se puede quitar.
paint_at = En { $x }, { $y }. Intro pinta, Supr borra el más cercano, Esc termina.
paint_pen = Lápiz
paint_erase = Goma
paint_more = + clase
paint_clear = Vaciar
paint_clear_hint = Deja un punto de cada clase, o de la curva. «Deshacer» lo recupera todo.
paint_other_curve = Dibujar una curva
paint_other_points = Pintar puntos
paint_other_hint = Valores según una entrada en lugar de clases según dos, o al revés. Empieza casi vacío; «Deshacer» lleva de vuelta.
paint_label = Lo que responde la red; tú pintas aquello de lo que aprende. Las flechas mueven la cruz, con Mayús una décima parte. Intro pinta, Supr borra el punto más cercano, 1 a 3 eligen la clase, Esc termina.
diagram = Red
diagram_title = La red
diagram_note = Unidades: [positive:mayor que 0], [negative:menor que 0], ± la mayor. Líneas: [positive:continua positiva], [negative:discontinua negativa], gruesa es grande, corta un sesgo; ○ es el segundo peso. [step:Verde]: el último movimiento.
diagram_hint = Cada imagen es lo que da una unidad según las dos primeras entradas, con las demás en su media; su propio valor mayor tiene el color pleno. Un clic en una línea pone la bola en ella.
diagram_label = Los pesos de la red. Las flechas eligen el peso a lo largo del cual mirar.
chart = Gráfica
hidden_layer = Capa oculta
hidden_layer_hint = De quién es el espacio que se muestra: cada capa dobla lo que ya dobló la anterior.
hidden_layer_1 = capa 1
hidden_layer_2 = capa 2
hidden_layer_3 = capa 3
hidden_layer_4 = capa 4
hidden_layer_5 = capa 5
hidden_layer_last = última capa
chart_hint = Qué muestra la gráfica: la pérdida, los gradientes capa por capa, los pesos, los aciertos y fallos, el espacio oculto, con qué fuerza se curva la pérdida, la tasa de aprendizaje.
chart_label = Una gráfica del recorrido; la frase de encima dice qué se ve. Las flechas la leen.
chart_loss_note = Pérdida ({ $cost }): { $train } en las muestras de entrenamiento, { $test } en las de prueba.
chart_loss_note_alone = Pérdida ({ $cost }): { $train } en las muestras de entrenamiento.
chart_loss_note_penalty_alone = Pérdida ({ $cost } y penalización): { $train } en las muestras de entrenamiento; de ella, { $penalty } es la penalización.
chart_loss_note_penalty = Pérdida ({ $cost }): { $train } en las muestras de entrenamiento, de ella { $penalty } la penalización; { $test } en las de prueba, sin penalización.
chart_loss_note_validation = { " " }En las muestras de validación: { $validation }.
penalty = penalización
chart_layer = capa { $layer }
chart_gradients_note = Longitud de la parte de cada capa en el [slope:gradiente]: { $first } en la primera, { $last } en la última.
chart_gradients_note_one = Longitud del [slope:gradiente]: { $first }.
chart_gradients_note_vanish = [warning:El gradiente se desvanece]: { $first } en la primera capa, { $last } en la última (razón: { $ratio }). Las primeras capas apenas aprenden.
chart_gradients_note_explode = [warning:El gradiente explota]: { $first } en la primera capa, { $last } en la última, { $ratio } veces menor.
chart_weights_note = Cuántos pesos hay de cada tamaño, sin contar los sesgos.
chart_weights_x = peso
chart_weights_y = cuántos
chart_learning_rate_note = La [step:tasa de aprendizaje] es ahora { $rate }.
chart_answers_note = En las muestras de { $samples }, { $right } de aciertos: los de los recuadros. Cuantas más muestras, más intenso el color.
chart_answers_note_values = En las muestras de { $samples }, R² es { $explained }: la parte de la dispersión de los valores que explican las respuestas. Las respuestas correctas están sobre la recta.
answers_expected = esperado
answers_answered = respondido
hidden_space_x = distancia a la frontera recta
hidden_space_scattered = donde más se dispersan las muestras
hidden_space_rise = según los pesos de la última capa
hidden_space_y = perpendicular a ello
chart_hidden_space_note = La última capa oculta ve las mismas muestras dobladas, y con ellas la cuadrícula: el { $right } de las muestras de entrenamiento está en el lado correcto de una frontera recta.
chart_hidden_space_note_apart = La última capa oculta ve las mismas muestras dobladas, y con ellas la cuadrícula: fronteras rectas separan las clases de todas las muestras de entrenamiento.
chart_hidden_space_layer = Capa oculta { $layer } de { $count }: las muestras y la cuadrícula tal como las ve, un poco más dobladas en cada capa.
chart_hidden_space_values = La última capa oculta ve las mismas muestras dobladas: según sus últimos pesos, la respuesta sube de izquierda a derecha.
chart_hidden_space_none = No hay capa oculta: una recta tiene que separar las entradas tal como son.
sharpness = λ, entrenamiento
sharpness_limit = se asienta bajo
sharpness_axis = mayor curvatura λ
chart_sharpness_note = λ = { $curvature }: según la regla práctica, los pasos se asientan con una tasa de aprendizaje menor que { $limit }; es { $rate }.
chart_sharpness_note_above = [warning:Por encima del límite:] λ = { $curvature }; según la regla práctica, los pasos se asientan con una tasa de aprendizaje menor que { $limit }, y es { $rate }.
chart_sharpness_note_schedule = λ = { $curvature }: según la regla práctica, los pasos se asientan con una tasa de aprendizaje menor que { $limit }; ahora es { $rate } y va cambiando.
chart_sharpness_note_none = λ = { $curvature }. Para este optimizador no hay regla de la forma 2/λ: él mismo elige sus pasos.
chart_sharpness_note_decay = λ = { $curvature }. Con decaimiento de pesos o amortiguación no hay regla de la forma 2/λ.

## Sharing, and the calls of a page around it

share = Compartir
share_hint = Un enlace, código para una página propia, imágenes, los números del recorrido.
share_title = Compartir esta figura
share_at = Abrir en este paso, { $iteration }
share_view = Muestra
share_view_all = todo
share_width = Anchura
share_height = Altura
share_link = Enlace
share_iframe = Un marco, en cualquier página
share_element = El elemento, para una página que admita scripts
share_copy = Copiar
share_copied = Copiado
share_copy_failed = El navegador no ha dejado copiar a la página: el texto está seleccionado, cópialo desde ahí.
share_long = Este experimento es demasiado largo para un enlace. En «Más», guárdalo en un archivo: se puede volver a abrir aquí.
share_class_link = Enlace para la clase
share_class_code = Mi código
share_nowhere = Esta copia no tiene dirección en la web: un enlace o un marco solo llevan a ella en este equipo.
share_guide = Cómo insertar una figura
share_single_file = Todo Downhill en un archivo, para una memoria USB
share_files = Archivos
share_png = Imagen, PNG
share_svg = Imagen, SVG
share_csv = Números, CSV
share_preview = Vista previa, { $width } × { $height }
share_close = Cerrar
embed_said = Una figura que cobra vida donde funcionan los scripts: una bola rueda cuesta abajo, o una red aprende.
embed_open = Verla en movimiento
state_bad = Esto no es el estado de una figura: necesita la versión 1 y una consulta o un experimento.
image_none = No hay ninguna imagen «{ $view }» que ver. Hay: { $views }.
image_failed = El navegador no ha podido crear la imagen.

## What is under the pointer

probe_row = Fila { $row }, para aprender
probe_row_validation = Fila { $row }, reservada para la validación
probe_row_test = Fila { $row }, reservada para la prueba
probe_answer = [ball:respuesta]
probe_class = { $class }, { $share }
probe_measured = medido
probe_error = [slope:error]
probe_loss = su propia pérdida
probe_probabilities = Probabilidad de cada clase aquí
probe_shares = Parte de cada clase aquí
probe_here = Aquí
probe_value = [ball:valor]
probe_gradient = [slope:gradiente]
probe_last_move = último cambio
probe_next_move = [step:próximo cambio]
probe_unit = { $name }: en { $number } muestras
probe_unit_sample = { $name }: muestra { $number }
probe_puts_out = da
probe_lowest = mínimo
probe_mean = media
probe_highest = máximo
probe_plane = En este plano
probe_about = ≈ { $value }
probe_iteration = Iteración { $iteration }
probe_rate = [step:tasa de aprendizaje]
probe_bar = Pesos de { $from } a { $to }
probe_cell = Respuestas, { $samples }

numbers = Números
epoch = épocas completas
train_loss = pérdida, entrenamiento
validation_loss = pérdida, validación
test_loss = pérdida, prueba
batch_loss = pérdida, este lote
train_accuracy = exactitud, entrenamiento
validation_accuracy = exactitud, validación
test_accuracy = exactitud, prueba
train_r_squared = R², entrenamiento
validation_r_squared = R², validación
test_r_squared = R², prueba
gradient_norm = norma del gradiente
value = este peso
gradient = gradiente
velocity = velocidad
weight_decay_part = decaimiento de pesos
next_step = próximo paso
source = Datos: { $source }; { $licence }. Entradas estandarizadas con las filas de entrenamiento.
source_own = Datos: propios; se quedan en este navegador. Entradas estandarizadas con las filas de entrenamiento.
source_dropped = Datos: { $source }; { $licence }. A { $dropped } de { $rows } filas les falta una medida y se omiten. Entradas estandarizadas con las filas de entrenamiento.

## Examples that teach

example = ejemplo
example_none = elegir …
example_hint = Experimentos en los que se ve una cosa; debajo de los botones se dice cuál.
watch_learns_well = Observa cómo baja la pérdida en los dos tipos de muestras: unos cientos de pasos, y casi todas se distinguen.
watch_too_high_a_rate = Observa cómo la pérdida salta en lugar de bajar: cada paso cruza el valle y acaba más arriba. El ejemplo «learns well» tiene los mismos datos y una tasa cien veces menor.
watch_equal_weights = Observa las unidades ocultas: todas empiezan en cero y reciben el mismo gradiente, así que ninguna llega a ser distinta de las demás, y no se aprende nada.
watch_no_hidden_layer = Observa la frontera: sin capa oculta es una sola recta, y ninguna recta deja más de tres cuartas partes de estas muestras en el lado correcto.
watch_squares_as_inputs = Observa cómo la frontera se convierte en un círculo sin ninguna capa oculta: la red recibe los cuadrados de las dos entradas, y basta una suma ponderada de ellos.
watch_vanishing_gradients = Observa cómo no se mueven los pesos de la primera capa: hacia atrás, a través de seis capas sigmoides, les queda menos de una milésima del gradiente.
watch_dead_units = Observa cómo la pérdida se atasca: los primeros pasos fueron tan largos que cada unidad de una capa responde 0 a todas las muestras. Su gradiente es 0, así que nunca se recupera.
watch_over-fitting = Observa cómo se separan las dos pérdidas: en las 30 muestras de las que aprende, la pérdida va hacia 0; en las demás crece. La red se las ha aprendido de memoria (sobreajuste).
watch_over-fitting_cured = Observa cómo las dos pérdidas siguen juntas: la misma red y los mismos datos, pero los pesos grandes cuestan algo (l2).
watch_bad_minimum = Observa cómo queda en reposo con tres de cada diez mal: la bola está en un mínimo malo. El ejemplo «good minimum» solo se diferencia en la semilla.
watch_good_minimum = Observa cómo queda en reposo mucho más abajo que en el ejemplo «bad minimum»: la misma red y los mismos ajustes, otra semilla.
watch_spiral = Observa cómo la frontera se enrolla alrededor de los dos brazos, solo con x₁ y x₂.
watch_sunspots = Observa cómo la curva encuentra los once años entre dos máximos, y mira los puntos huecos, que nunca ha visto: rellena bien los vacíos.
watch_sunspots_forecast = Observa la curva a la derecha, donde no se aprendió ningún año: se ajusta al pasado y no sabe nada del futuro. R² en estos años es menor que 0: la media acertaría más.
watch_a_formula = Observa cómo la curva gruesa se dobla hacia la fina, que es la fórmula; solo ve los puntos, y tienen ruido.
watch_labels_by_a_formula = Observa cómo la frontera se convierte en la línea donde la fórmula sin(x) − y/3 vale 0. Escribe otra en «Más»: objetivo.
target = objetivo (una fórmula)
target_hint = Una fórmula que aprender en lugar de datos: de x, sus valores; de x e y, dónde es mayor que 0. Vacío: los datos.
sampled = dónde se muestrea
sampled_hint = De dónde a dónde, como en -5,5, o para x y después y, como en -5,5,-2,2; vacío: lo habitual.
samples = muestras
samples_hint = Cuántas muestras se generan, de 10 a 5000; vacío: lo habitual. Los datos medidos se quedan como están.
test_fraction = reservado para la prueba
test_fraction_hint = La parte de las muestras de las que no aprende: de 0 a 0.9.
validation_fraction = reservado para la validación
validation_fraction_hint = La parte de las muestras que dice cuándo parar: no aprende de ellas, y la paciencia vigila su pérdida. De 0 a 0.9, de todas las muestras.
test_rows = cuáles de ellas
test_rows_hint = Qué muestras se reservan para la prueba: al azar, o las últimas, como en un pronóstico. Las de validación van después.
test_rows_random = al azar
test_rows_last = las últimas
standardize_targets = Escalar los valores
standardize_targets_hint = Lleva los valores que se buscan a media 0 y desviación 1: así sirven las tasas de aprendizaje habituales. La pérdida se cuenta en desviaciones.

## A class: presenter mode, the story, the teacher's notes

present = Presentar
present_hint = Para una clase: llena la pantalla, en grande, solo con lo que importa. Tecla: P.
present_end = Salir
present_end_hint = Vuelve a la página. Teclas: P, Esc.
present_begin = Con Av Pág empieza la lección «{ $title }».
present_numbers = Los números que importan
present_controls = La lección
present_dark = Aula oscura
present_light = Aula luminosa
present_room_hint = Colores claros para un aula luminosa, oscuros para un aula oscura.
present_blank = La pantalla está vacía. La misma tecla vuelve a mostrarlo todo.
beat_back = Momento anterior
beat_next = Momento siguiente
beat_of = { $beat } de { $beats }
ask = Pregunta
notes = Notas
notes_hint = Una segunda ventana solo para ti: qué decir, el momento siguiente, la hora. Tecla: S.
notes_blocked = El navegador ha bloqueado la ventana con tus notas. Permite las ventanas emergentes en esta página y vuelve a abrir las notas.
notes_title = Notas para el profesorado
notes_none = No hay ninguna historia abierta. Con Av Pág, en la otra ventana, empieza la lección.
notes_next = Sigue: { $heading }
notes_last = Este es el último momento.
notes_clock = Hora
notes_elapsed = Desde el comienzo
story = Una lección
story_lesson = Dar la lección
story_lesson_hint = La lección que viene con Downhill, momento a momento, para una clase. Av Pág avanza, Re Pág retrocede.
story_file = una historia, de un archivo
story_file_hint = Una lección propia: un archivo Markdown. También se puede soltar en la figura.
story_close = Cerrar la historia
story_close_hint = Lo que se ve se queda como está.
story_dropped = Este archivo no es una historia. Una historia es un archivo Markdown (.md); una tabla se puede soltar en la escena «Red».
story_missing = No se ha podido leer la historia «{ $address }»: { $why }. Mira si hay un error en su nombre, o ábrela desde un archivo, en «Más».
story_elsewhere = Una historia tiene que estar en el mismo sitio web que esta página, y «{ $address }» no lo está. Guárdala en un archivo y ábrelo en «Más».

## Keys

keys = Teclas
keys_hint = Todas las teclas y lo que hace cada una. Tecla: signo de interrogación.
keys_title = Teclas
keys_close = Cerrar
keys_focus = Funcionan mientras la figura tiene el foco.
keys_single = Teclas sueltas
keys_single_hint = Desactivadas: letras, cifras y signos no hacen nada, como necesitan algunas personas que manejan su equipo con la voz. Flechas, Espacio, Av Pág y Re Pág siguen funcionando.
keys_key = Tecla
keys_does = Qué hace
key_play = iniciar, o pausa
key_step = un paso adelante; con Mayús, diez
key_step_back = un paso atrás; con Mayús, diez
key_arrows = la bola, un deslizador, la superficie: lo que tenga el foco
key_ends = en la línea de tiempo: al primer paso, al último
key_larger = un tamaño de paso mayor
key_smaller = un tamaño de paso menor
key_reset = el mismo inicio
key_new_start = otro inicio (Red)
key_scenes = las escenas
key_full_screen = pantalla completa, o volver
key_table = el recorrido en una tabla
key_present = modo de presentación, o volver
key_notes = una segunda ventana con las notas para el profesorado
key_next = el momento siguiente de la historia; flechas e Intro en el modo de presentación
key_back = el momento anterior; flechas en el modo de presentación
key_blank = en el modo de presentación: la pantalla vacía, o volver
key_undo = deshacer el último cambio
key_close = cerrar lo que esté abierto; después, soltar el foco
key_list = esta lista
key_space = Espacio
key_page_down = Av Pág
key_page_up = Re Pág
key_arrow_keys = Flechas
key_home_end = Inicio, Fin
key_escape = Esc
key_enter = Intro
key_undo_keys = Ctrl Z

## A class: what its link locks, its goal, its results

lock = ajustes bloqueados
goal = meta
class = Para una clase
class_about = Treinta pantallas con el mismo recorrido: elige qué se queda como está y qué hay que alcanzar. El enlace, o su código QR, es todo lo que el alumnado necesita: no hace falta cuenta, y no se envía nada a ninguna parte.
class_lock = El alumnado no puede cambiar
class_all = todo lo que haría distinto el recorrido
class_goal = Meta
class_goal_none = ninguna
class_goal_loss = pérdida menor que …
class_goal_height = altura menor que …
class_goal_test_loss = pérdida de prueba menor que …
class_goal_lowest = encontrar el lugar más bajo
class_below = menor que
class_within = pasos, como mucho
class_within_empty = sin límite
class_below_missing = Escribe el número por debajo del cual hay que llegar, como 0.1.
class_qr = Código QR del enlace
class_qr_large = Ver a toda pantalla
class_qr_back = Volver
class_qr_long = Este enlace es demasiado largo para un código QR: con datos propios, reparte el enlace mismo.
class_check = Código de un alumno
class_check_hint = El código que muestra la página de un alumno o una alumna en «Mi resultado», como 3K7M-Q2ZD.
class_result = Mi resultado
class_result_hint = El código y el enlace que entregas.
class_code_about = El código dice en qué paso está esta página y si se ha alcanzado la meta. El enlace se abre justo en este paso.
class_code_none = Aquí no hay código: tal como está ahora, no se puede comprobar la meta.
locked = El enlace mantiene sin cambios: { $names }.
locked_all = El enlace mantiene sin cambios todos los ajustes del recorrido.
locked_hint = El enlace mantiene sin cambios este ajuste.
locked_why = El enlace mantiene sin cambios «{ $name }», y con esto cambiaría.
goal_loss = pérdida menor que { $below }
goal_height = altura menor que { $below }
goal_test_loss = pérdida de prueba menor que { $below }
goal_lowest = encontrar el lugar más bajo
goal_within = { $goal }, en { $steps } como mucho
goal_open = Meta: { $goal }. Ahora, { $now } en el paso { $step }.
goal_away = Meta: { $goal }. En el paso { $step }, aún sin alcanzar.
goal_reached = Meta: { $goal }. Alcanzada en el paso { $step }.
goal_missed = Meta: { $goal }. Sin alcanzar, con { $now } en el paso { $step }. Vuelve al inicio, cambia algo y prueba otra vez.
goal_none = Meta: { $goal }. Pero no se encuentra cuál es el lugar más bajo de esta imagen.
goal_unknown = Meta: { $goal }. Aún no se puede comprobar.
goal_no_function = goal: el lugar más bajo es cosa de una función, y esto es una red. Usa una pérdida, como goal=loss<0.1.
goal_no_test = goal: aquí no hay muestras de prueba, así que no hay pérdida de prueba. Usa la pérdida misma, como goal=loss<0.1.
code_bad = Un código tiene ocho letras y cifras, como 3K7M-Q2ZD.
code_other = Este código no corresponde a este enlace: mira si hay un error al escribirlo, y si la meta y los ajustes bloqueados son los del enlace de quien lo entrega.
code_reached = La meta se alcanzó en el paso { $step }.
code_open = Hasta el paso { $step }, la meta no se ha alcanzado.

## Pictures in numbers

table = Tabla
table_hint = Las imágenes y el recorrido en números.
table_title = En números
table_of = Muestra
table_run = El recorrido
table_copy = Copiar como CSV
table_close = Cerrar
table_none = Todavía no hay tabla de esto.
table_more = Las filas y columnas son algunas de todas, a intervalos iguales. Lo que se copia tiene todas las cifras.
table_curve_caption = La curva en el paso { $step }: alturas y pendientes de izquierda a derecha, y entre ellas el lugar de la bola.
table_map_caption = Las alturas desde arriba en el paso { $step }: una fila por cada lugar en vertical, una columna por cada lugar en horizontal.
table_boundary_caption = Lo que responde la red en el paso { $step }, en el plano de sus entradas.
table_diagram_caption = Los pesos de la red en el paso { $step }, con el gradiente y el próximo cambio de cada uno.
table_chart_caption = La gráfica hasta el paso { $step }. { $chart }
table_runs_caption = Los recorridos, uno al lado de otro, en el paso { $step }.
table_run_caption = El recorrido hasta el paso { $step }.
table_corner = { $y }; en horizontal: { $x }
table_class = { $class }, { $share }
table_answered = { $expected }; en horizontal: respondido
table_from = de
table_to = a
table_row = fila
table_first_axis = primer eje
table_second_axis = segundo eje
table_sharpness = mayor curvatura
table_value = valor
table_move = próximo cambio
table_differs = se diferencia en
table_answer = respuesta
table_lane = recorrido { $number }
step_word = paso

## Sound

sound = Sonido
sound_hint = Cada paso es un tono: cuanto mayor es la pérdida, más agudo es el tono; izquierda y derecha son el lado de la bola.

## On paper

print = En papel
print_page = Imprimir este paso
print_page_hint = Las imágenes de este paso como dibujos de líneas, con sus ajustes, sus números, su enlace y el código QR de este.
print_handout = Imprimir una ficha
print_handout_hint = De cuatro a seis pasos del recorrido, uno debajo de otro, con lo que se dice de cada uno.
handout_short = Una ficha muestra de cuatro a seis pasos del recorrido: da antes al menos tres pasos.
paper_settings = Ajustes
paper_link = Este paso en pantalla
