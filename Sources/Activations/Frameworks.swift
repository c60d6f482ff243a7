extension Framework {
  /// Every framework, in the order in which lists show them.
  ///
  /// Sources: the documentation and code of PyTorch 2 (torch.nn), JAX (jax.nn), Flax (flax.linen),
  /// Keras 3 and 2 (activations and layers), TensorFlow (tf.nn, and tf.keras up to 2.15), timm
  /// (timm.layers.create_act) and transformers (activations.ACT2FN). A class that differs from the
  /// function of nearly the same name stands under its own: `LeakyReLU` in Keras is
  /// `keras:leakyrelu`, with the slope 0.3, and `leaky_relu` has 0.2.
  public static let all: [Framework] = [
    torch, jax, flax, keras, keras2, tensorFlow, timm, transformers,
  ]

  /// gelu is the erf form, leaky_relu's slope 0.01, softplus is x beyond 20; prelu starts at 0.25, rrelu in evaluation has
  /// the mean of 1/8 and 1/3.
  private static let torch = Framework(
    "torch", "PyTorch (torch.nn, torch.nn.functional)",
    [
      Variant("relu"), Variant("relu6"),
      Variant("leaky_relu", "leakyrelu", with: ["negative_slope": 0.01]),
      Variant("prelu", is: "leaky_relu", with: ["negative_slope": 0.25]),
      Variant("rrelu", is: "leaky_relu", with: ["negative_slope": (1.0 / 8 + 1.0 / 3) / 2]),
      Variant("elu", with: ["alpha": 1]), Variant("celu", with: ["alpha": 1]), Variant("selu"),
      Variant("gelu"), Variant("silu", is: "swish"), Variant("mish"),
      Variant("hardswish"), Variant("hardsigmoid"), Variant("hardtanh"),
      Variant("softplus", with: ["beta": 1, "threshold": 20]), Variant("sigmoid"),
      Variant("logsigmoid"),
      Variant("tanh"), Variant("tanhshrink"), Variant("softsign"), Variant("erf"),
      Variant("hardshrink", with: ["lambda": 0.5]), Variant("softshrink", with: ["lambda": 0.5]),
      Variant("threshold"), Variant("identity"),
      Variant("atan", "arctan", is: "arctan"),
    ])

  /// gelu is the tanh form unless `approximate=False` is given, leaky_relu's slope 0.01.
  private static let jaxVariants = [
    Variant("relu"), Variant("relu6"), Variant("leaky_relu", with: ["negative_slope": 0.01]),
    Variant("elu", with: ["alpha": 1]), Variant("celu", with: ["alpha": 1]), Variant("selu"),
    Variant("gelu", is: "gelu_tanh"), Variant("silu", "swish", is: "swish"),
    Variant("hard_silu", "hard_swish", is: "hardswish"),
    Variant("hard_sigmoid", is: "hardsigmoid"), Variant("hard_tanh", is: "hardtanh"),
    Variant("softplus", with: ["beta": 1]), Variant("sigmoid"),
    Variant("log_sigmoid", is: "logsigmoid"), Variant("tanh"),
    Variant("soft_sign", is: "softsign"),
  ]

  private static let jax = Framework(
    "jax", "JAX (jax.nn)", jaxVariants + [Variant("mish"), Variant("squareplus", with: ["b": 4])])

  /// Hands jax.nn's functions on; the class PReLU starts at 0.01.
  private static let flax = Framework(
    "flax", "Flax (flax.linen)",
    jaxVariants + [Variant("prelu", is: "leaky_relu", with: ["negative_slope": 0.01])])

  /// gelu is the erf form; leaky_relu has the slope 0.2, the layer LeakyReLU 0.3.
  private static let keras = Framework(
    "keras", "Keras 3 (keras.activations, keras.layers)",
    [
      Variant("relu"), Variant("relu6"), Variant("leaky_relu", with: ["negative_slope": 0.2]),
      Variant("leakyrelu", is: "leaky_relu", with: ["negative_slope": 0.3]),
      Variant("elu", with: ["alpha": 1]), Variant("celu", with: ["alpha": 1]), Variant("selu"),
      Variant("gelu"), Variant("silu", "swish", is: "swish"), Variant("mish"),
      Variant("hard_silu", "hard_swish", is: "hardswish"),
      Variant("hard_sigmoid", is: "hardsigmoid"), Variant("hard_tanh", is: "hardtanh"),
      Variant("softplus", with: ["beta": 1]), Variant("squareplus", with: ["b": 4]),
      Variant("sigmoid"),
      Variant("log_sigmoid", is: "logsigmoid"), Variant("tanh"),
      Variant("tanh_shrink", is: "tanhshrink"), Variant("softsign"),
      Variant("hard_shrink", is: "hardshrink", with: ["lambda": 0.5]),
      Variant("soft_shrink", is: "softshrink", with: ["lambda": 0.5]),
      Variant("threshold"), Variant("exponential"), Variant("linear", is: "identity"),
    ])

  /// hard_sigmoid has the slope 0.2; the layer LeakyReLU has 0.3.
  private static let keras2 = Framework(
    "keras2", "Keras 2 (keras.activations, keras.layers)",
    [
      Variant("relu"), Variant("leakyrelu", is: "leaky_relu", with: ["negative_slope": 0.3]),
      Variant("elu", with: ["alpha": 1]), Variant("selu"), Variant("gelu"),
      Variant("swish", "silu", is: "swish"), Variant("mish"),
      Variant("hard_sigmoid", is: "hardsigmoid_keras2"), Variant("softplus", with: ["beta": 1]),
      Variant("sigmoid"), Variant("tanh"), Variant("softsign"), Variant("exponential"),
      Variant("linear", is: "identity"),
      Variant("thresholdedrelu", is: "threshold", with: ["threshold": 1, "value": 0]),
    ])

  /// tf.nn.leaky_relu has the slope 0.2, tf.keras.layers.LeakyReLU 0.3; hard_sigmoid is that of
  /// tf.keras before Keras 3.
  private static let tensorFlow = Framework(
    "tf", "TensorFlow (tf.nn, tf.math, tf.keras up to 2.15)",
    [
      Variant("relu"), Variant("relu6"), Variant("leaky_relu", with: ["negative_slope": 0.2]),
      Variant("leakyrelu", is: "leaky_relu", with: ["negative_slope": 0.3]),
      Variant("elu", with: ["alpha": 1]), Variant("selu"), Variant("gelu"),
      Variant("silu", "swish", is: "swish"), Variant("mish"),
      Variant("hard_sigmoid", is: "hardsigmoid_keras2"), Variant("softplus", with: ["beta": 1]),
      Variant("sigmoid"), Variant("log_sigmoid", is: "logsigmoid"), Variant("tanh"),
      Variant("softsign"), Variant("erf"), Variant("atan", is: "arctan"),
      Variant("exponential"), Variant("linear", is: "identity"),
    ])

  /// Keys of create_act; gelu is the erf form, prelu starts at 0.25.
  private static let timm = Framework(
    "timm", "PyTorch Image Models (timm.layers)",
    [
      Variant("relu"), Variant("relu6"),
      Variant("leaky_relu", "leakyrelu", with: ["negative_slope": 0.01]),
      Variant("prelu", is: "leaky_relu", with: ["negative_slope": 0.25]),
      Variant("elu", with: ["alpha": 1]), Variant("celu", with: ["alpha": 1]), Variant("selu"),
      Variant("gelu"), Variant("gelu_tanh", "gelutanh"),
      Variant("quick_gelu", "quickgelu", is: "gelu_sigmoid"),
      Variant("silu", "swish", is: "swish"), Variant("mish"),
      Variant("hard_swish", "hardswish", is: "hardswish"),
      Variant("hard_sigmoid", "hardsigmoid", is: "hardsigmoid"), Variant("sigmoid"),
      Variant("tanh"), Variant("hard_mish", "hardmish", is: "hard_mish"),
    ])

  /// Keys of ACT2FN.
  ///
  /// gelu_fast and gelu_accurate write the tanh form with its constant cut to ten
  /// digits or not: beyond single precision the former is a little another function.
  private static let transformers = Framework(
    "transformers", "Hugging Face transformers (activations.ACT2FN)",
    [
      Variant("relu"), Variant("relu6"), Variant("leaky_relu", with: ["negative_slope": 0.01]),
      Variant("prelu", is: "leaky_relu", with: ["negative_slope": 0.25]),
      Variant("gelu", "gelu_python", is: "gelu"),
      Variant("gelu_new", is: "gelu_tanh"), Variant("gelu_pytorch_tanh", is: "gelu_tanh"),
      Variant("gelu_python_tanh", is: "gelu_tanh"),
      Variant("gelu_fast", "gelu_accurate", is: "gelu_tanh"),
      Variant("quick_gelu", is: "gelu_sigmoid"), Variant("silu", "swish", is: "swish"),
      Variant("mish"), Variant("sigmoid"), Variant("tanh"), Variant("relu2"),
      Variant("laplace"), Variant("xielu"), Variant("sqrtsoftplus"),
      Variant("linear", is: "identity"),
    ])
}
