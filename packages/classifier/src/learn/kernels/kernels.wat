;; The loops in which fitting spends its time, four numbers at a time. Pointers are in bytes; counts are
;; in numbers, divisible by four, and at least four; only length, of a list, may be any. No relaxed instructions: the
;; same numbers on every machine.
(module
  (import "host" "memory" (memory 1))

  ;; out[row] += matrix[row] . x, for every row of the matrix, which has as many columns as x has numbers. Four rows at
  ;; once: each sum waits for its own last addition only.
  (func (export "multiply") (param $out i32) (param $matrix i32) (param $rows i32) (param $x i32) (param $columns i32)
    (local $width i32) (local $end i32) (local $at i32) (local $stop i32) (local $here v128)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $sumA v128) (local $sumB v128) (local $sumC v128) (local $sumD v128)
    (local.set $width (i32.shl (local.get $columns) (i32.const 2)))
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $rows) (i32.const 2))))
    (local.set $stop (i32.add (local.get $x) (local.get $width)))
    (local.set $d (local.get $matrix))
    (loop $fourRows
      (local.set $a (local.get $d))
      (local.set $b (i32.add (local.get $a) (local.get $width)))
      (local.set $c (i32.add (local.get $b) (local.get $width)))
      (local.set $d (i32.add (local.get $c) (local.get $width)))
      (local.set $sumA (v128.const f32x4 0 0 0 0))
      (local.set $sumB (v128.const f32x4 0 0 0 0))
      (local.set $sumC (v128.const f32x4 0 0 0 0))
      (local.set $sumD (v128.const f32x4 0 0 0 0))
      (local.set $at (local.get $x))
      (loop $fourColumns
        (local.set $here (v128.load (local.get $at)))
        (local.set $sumA (f32x4.add (local.get $sumA) (f32x4.mul (local.get $here) (v128.load (local.get $a)))))
        (local.set $sumB (f32x4.add (local.get $sumB) (f32x4.mul (local.get $here) (v128.load (local.get $b)))))
        (local.set $sumC (f32x4.add (local.get $sumC) (f32x4.mul (local.get $here) (v128.load (local.get $c)))))
        (local.set $sumD (f32x4.add (local.get $sumD) (f32x4.mul (local.get $here) (v128.load (local.get $d)))))
        (local.set $a (i32.add (local.get $a) (i32.const 16)))
        (local.set $b (i32.add (local.get $b) (i32.const 16)))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (local.set $d (i32.add (local.get $d) (i32.const 16)))
        (br_if $fourColumns
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $stop))))
      ;; The four sums, each of four numbers, are turned on their side: then three additions finish all of them.
      (local.set $here (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $sumA) (local.get $sumB)))
      (local.set $sumB (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $sumA) (local.get $sumB)))
      (local.set $sumA (f32x4.add (local.get $here) (local.get $sumB)))
      (local.set $here (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $sumC) (local.get $sumD)))
      (local.set $sumD (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $sumC) (local.get $sumD)))
      (local.set $sumC (f32x4.add (local.get $here) (local.get $sumD)))
      (v128.store (local.get $out)
        (f32x4.add (v128.load (local.get $out))
          (f32x4.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $sumA) (local.get $sumC))
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sumA) (local.get $sumC)))))
      (br_if $fourRows (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $end)))))

  ;; out += factor * x
  (func (export "addScaled") (param $out i32) (param $x i32) (param $factor f32) (param $count i32)
    (local $end i32) (local $scale v128)
    (local.set $scale (f32x4.splat (local.get $factor)))
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (v128.store (local.get $out)
        (f32x4.add (v128.load (local.get $out))
          (f32x4.mul (local.get $scale) (v128.load (local.get $x)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $end)))))

  ;; sum = bias + a + b + c; where it is greater than best, it replaces best, and place (a whole number) replaces places
  (func (export "keepStrongest")
    (param $best i32) (param $places i32) (param $place i32)
    (param $bias i32) (param $a i32) (param $b i32) (param $c i32) (param $count i32)
    (local $end i32) (local $here v128) (local $sum v128) (local $old v128) (local $greater v128)
    (local.set $here (i32x4.splat (local.get $place)))
    (local.set $end (i32.add (local.get $best) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (local.set $sum
        (f32x4.add
          (f32x4.add (v128.load (local.get $bias)) (v128.load (local.get $a)))
          (f32x4.add (v128.load (local.get $b)) (v128.load (local.get $c)))))
      (local.set $old (v128.load (local.get $best)))
      (local.set $greater (f32x4.gt (local.get $sum) (local.get $old)))
      (v128.store (local.get $best) (v128.bitselect (local.get $sum) (local.get $old) (local.get $greater)))
      (v128.store (local.get $places)
        (v128.bitselect (local.get $here) (v128.load (local.get $places)) (local.get $greater)))
      (local.set $places (i32.add (local.get $places) (i32.const 16)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 16)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (local.set $c (i32.add (local.get $c) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $best (i32.add (local.get $best) (i32.const 16))) (local.get $end)))))

  ;; out += values[i] * rows[ids[i]], for every i below length; rows and out have width numbers.
  (func (export "addRows") (param $out i32) (param $rows i32) (param $width i32)
    (param $ids i32) (param $values i32) (param $length i32)
    (local $idsEnd i32) (local $at i32) (local $end i32) (local $row i32) (local $scale v128)
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (local.set $idsEnd (i32.add (local.get $ids) (i32.shl (local.get $length) (i32.const 2))))
    (local.set $end (i32.add (local.get $out) (local.get $width)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $ids) (local.get $idsEnd)))
        (local.set $scale (v128.load32_splat (local.get $values)))
        (local.set $row
          (i32.add (local.get $rows) (i32.mul (i32.load (local.get $ids)) (local.get $width))))
        (local.set $at (local.get $out))
        (loop $four
          (v128.store (local.get $at)
            (f32x4.add (v128.load (local.get $at))
              (f32x4.mul (local.get $scale) (v128.load (local.get $row)))))
          (local.set $row (i32.add (local.get $row) (i32.const 16)))
          (br_if $four (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
        (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
        (local.set $values (i32.add (local.get $values) (i32.const 4)))
        (br $next))))

  ;; One step of AdaGrad on four columns of rows[ids[i]], for every i below length; rows and squares begin at these
  ;; columns, and one row has width numbers. The gradient is errors * values[i] + ridge * weight; columns whose error is
  ;; nought stay as they are. Then weights move towards nought by lasso times the step's size.
  (func (export "teachRows") (param $rows i32) (param $squares i32) (param $width i32)
    (param $ids i32) (param $values i32) (param $length i32)
    (param $errors i32) (param $rate f32) (param $ridge f32) (param $lasso f32)
    (local $idsEnd i32) (local $place i32) (local $row i32)
    (local $error v128) (local $taught v128) (local $weight v128) (local $gradient v128) (local $square v128)
    (local $step v128) (local $moved v128)
    (local.set $width (i32.shl (local.get $width) (i32.const 2)))
    (local.set $idsEnd (i32.add (local.get $ids) (i32.shl (local.get $length) (i32.const 2))))
    (local.set $error (v128.load (local.get $errors)))
    (local.set $taught (f32x4.ne (local.get $error) (v128.const f32x4 0 0 0 0)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $ids) (local.get $idsEnd)))
        (local.set $place (i32.mul (i32.load (local.get $ids)) (local.get $width)))
        (local.set $row (i32.add (local.get $rows) (local.get $place)))
        (local.set $place (i32.add (local.get $squares) (local.get $place)))
        (local.set $weight (v128.load (local.get $row)))
        (local.set $gradient
          (v128.and (local.get $taught)
            (f32x4.add
              (f32x4.mul (local.get $error) (v128.load32_splat (local.get $values)))
              (f32x4.mul (f32x4.splat (local.get $ridge)) (local.get $weight)))))
        (local.set $square
          (f32x4.add (v128.load (local.get $place)) (f32x4.mul (local.get $gradient) (local.get $gradient))))
        (v128.store (local.get $place) (local.get $square))
        (local.set $step
          (v128.and (local.get $taught)
            (f32x4.div (f32x4.splat (local.get $rate)) (f32x4.sqrt (local.get $square)))))
        (local.set $moved (f32x4.sub (local.get $weight) (f32x4.mul (local.get $step) (local.get $gradient))))
        (v128.store (local.get $row)
          (v128.or
            (v128.and (local.get $moved) (v128.const i32x4 0x80000000 0x80000000 0x80000000 0x80000000))
            (f32x4.max (v128.const f32x4 0 0 0 0)
              (f32x4.sub (f32x4.abs (local.get $moved))
                (f32x4.mul (local.get $step) (f32x4.splat (local.get $lasso)))))))
        (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
        (local.set $values (i32.add (local.get $values) (i32.const 4)))
        (br $next))))

  ;; One step of AdaGrad: gradient * factor moves the weights, slowed down by squares.
  (func (export "moveByAdaGrad") (param $weights i32) (param $squares i32) (param $gradient i32)
    (param $factor f32) (param $rate f32) (param $count i32)
    (local $end i32) (local $own v128) (local $square v128)
    (local.set $end (i32.add (local.get $weights) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (local.set $own (f32x4.mul (f32x4.splat (local.get $factor)) (v128.load (local.get $gradient))))
      (local.set $square (f32x4.add (v128.load (local.get $squares)) (f32x4.mul (local.get $own) (local.get $own))))
      (v128.store (local.get $squares) (local.get $square))
      (v128.store (local.get $weights)
        (f32x4.sub (v128.load (local.get $weights))
          (f32x4.div (f32x4.mul (f32x4.splat (local.get $rate)) (local.get $own)) (f32x4.sqrt (local.get $square)))))
      (local.set $squares (i32.add (local.get $squares) (i32.const 16)))
      (local.set $gradient (i32.add (local.get $gradient) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $weights (i32.add (local.get $weights) (i32.const 16))) (local.get $end)))))

  ;; One step of Adam (Kingma and Ba 2015), with its usual constants; then the gradient is nought again.
  (func (export "moveByAdam") (param $weights i32) (param $mean i32) (param $square i32) (param $gradient i32)
    (param $rate f32) (param $count i32)
    (local $end i32) (local $own v128) (local $first v128) (local $second v128)
    (local.set $end (i32.add (local.get $weights) (i32.shl (local.get $count) (i32.const 2))))
    (loop $four
      (local.set $own (v128.load (local.get $gradient)))
      (local.set $first
        (f32x4.add (f32x4.mul (v128.const f32x4 0.9 0.9 0.9 0.9) (v128.load (local.get $mean)))
          (f32x4.mul (v128.const f32x4 0.1 0.1 0.1 0.1) (local.get $own))))
      (local.set $second
        (f32x4.add (f32x4.mul (v128.const f32x4 0.999 0.999 0.999 0.999) (v128.load (local.get $square)))
          (f32x4.mul (v128.const f32x4 0.001 0.001 0.001 0.001) (f32x4.mul (local.get $own) (local.get $own)))))
      ;; Numbers below the least normal one (1.2e-38) are slow; a mean whose gradient stays away would fade into them.
      (local.set $first
        (v128.and (local.get $first)
          (f32x4.gt (f32x4.abs (local.get $first)) (v128.const f32x4 1e-30 1e-30 1e-30 1e-30))))
      (local.set $second
        (v128.and (local.get $second)
          (f32x4.gt (local.get $second) (v128.const f32x4 1e-30 1e-30 1e-30 1e-30))))
      (v128.store (local.get $mean) (local.get $first))
      (v128.store (local.get $square) (local.get $second))
      (v128.store (local.get $weights)
        (f32x4.sub (v128.load (local.get $weights))
          (f32x4.div (f32x4.mul (f32x4.splat (local.get $rate)) (local.get $first))
            (f32x4.add (f32x4.sqrt (local.get $second)) (v128.const f32x4 1e-8 1e-8 1e-8 1e-8)))))
      (v128.store (local.get $gradient) (v128.const f32x4 0 0 0 0))
      (local.set $mean (i32.add (local.get $mean) (i32.const 16)))
      (local.set $square (i32.add (local.get $square) (i32.const 16)))
      (local.set $gradient (i32.add (local.get $gradient) (i32.const 16)))
      (br_if $four (i32.lt_u (local.tee $weights (i32.add (local.get $weights) (i32.const 16))) (local.get $end))))))
