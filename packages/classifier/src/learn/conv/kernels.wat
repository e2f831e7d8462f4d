;; The loops in which fitting a ConvNet spends its time, four numbers at a time. Pointers are in bytes; counts are
;; in numbers, divisible by four, and at least four. No relaxed instructions: the same numbers on every machine.
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
      (br_if $four (i32.lt_u (local.tee $best (i32.add (local.get $best) (i32.const 16))) (local.get $end))))))
