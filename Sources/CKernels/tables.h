// Where arguments of elementary functions are taken apart: sixteen places each.

// 2^(i/16) for i below 16, computed with 70 digits.
static const double power_high[16] = {
  0x1.0000000000000p+0, 0x1.0b5586cf9890fp+0, 0x1.172b83c7d517bp+0, 0x1.2387a6e756238p+0,
  0x1.306fe0a31b715p+0, 0x1.3dea64c123422p+0, 0x1.4bfdad5362a27p+0, 0x1.5ab07dd485429p+0,
  0x1.6a09e667f3bcdp+0, 0x1.7a11473eb0187p+0, 0x1.8ace5422aa0dbp+0, 0x1.9c49182a3f090p+0,
  0x1.ae89f995ad3adp+0, 0x1.c199bdd85529cp+0, 0x1.d5818dcfba487p+0, 0x1.ea4afa2a490dap+0,
};
static const double power_low[16] = {
  0x0.0p+0, 0x1.8a62e4adc610bp-54, -0x1.19041b9d78a76p-55, 0x1.9b07eb6c70573p-54,
  0x1.6f46ad23182e4p-55, 0x1.ada0911f09ebcp-55, 0x1.d4397afec42e2p-56, 0x1.6324c054647adp-54,
  -0x1.bdd3413b26456p-54, -0x1.41577ee04992fp-55, 0x1.6e9f156864b27p-54, 0x1.c7c46b071f2bep-56,
  0x1.7a1cd345dcc81p-54, 0x1.11065895048ddp-55, 0x1.2ed02d75b3707p-55, -0x1.e9c23179c2893p-54,
};

// 1/z to 9 bits for z = 1 + i/15, and the logarithm of z as those bits have it.
static const double inverses[16] = {
  0x1.0000000000000p+0, 0x1.e000000000000p-1, 0x1.c400000000000p-1, 0x1.ab00000000000p-1,
  0x1.9400000000000p-1, 0x1.8000000000000p-1, 0x1.6e00000000000p-1, 0x1.5d00000000000p-1,
  0x1.4e00000000000p-1, 0x1.4000000000000p-1, 0x1.3300000000000p-1, 0x1.2700000000000p-1,
  0x1.1c00000000000p-1, 0x1.1200000000000p-1, 0x1.0900000000000p-1, 0x1.0000000000000p-1,
};
static const double log_high[16] = {
  0x0.0p+0, 0x1.08598b59e3a07p-4, 0x1.fe89139dbd566p-4, 0x1.73cb9074fd14dp-3,
  0x1.e530effe71012p-3, 0x1.269621134db92p-2, 0x1.57bf753c8d1fbp-2, 0x1.8873658327ccfp-2,
  0x1.b56fa04462909p-2, 0x1.e148a1a2726cep-2, 0x1.05e04c1aa2c06p-1, 0x1.1a4a738b7a33cp-1,
  0x1.2dbf557b0df43p-1, 0x1.4019c2125ca93p-1, 0x1.513356667fc57p-1, 0x1.62e42fefa39efp-1,
};
static const double log_low[16] = {
  0x0.0p+0, -0x1.dd7009902bf32p-58, -0x1.ac9f4215f9393p-58, -0x1.521a000b4cf01p-57,
  0x1.2276041f43042p-59, 0x1.e0efadd9db02bp-56, -0x1.0908d15f88b63p-57, -0x1.c43eff892d8d0p-58,
  0x1.494b610665378p-56, -0x1.ac81cc8a4dfb8p-56, 0x1.862e53e393760p-60, 0x1.58930213c987dp-55,
  -0x1.b941ee770436bp-56, 0x1.86cf0f38b461ap-57, 0x1.ca64cc3d52c87p-56, 0x1.abc9e3b39803fp-56,
};

// i/15 to 9 bits, and the arctangents of that, computed with 60 digits.
static const double tangents[16] = {
    0x0.0p+0, 0x1.1000000000000p-4, 0x1.1000000000000p-3, 0x1.9800000000000p-3,
    0x1.1200000000000p-2, 0x1.5600000000000p-2, 0x1.9a00000000000p-2, 0x1.de00000000000p-2,
    0x1.1100000000000p-1, 0x1.3300000000000p-1, 0x1.5500000000000p-1, 0x1.7700000000000p-1,
    0x1.9a00000000000p-1, 0x1.bc00000000000p-1, 0x1.de00000000000p-1, 0x1.0000000000000p+0,
};
static const double arctangents_high[16] = {
    0x0.0p+0, 0x1.0f99ea71d52a7p-4, 0x1.0e6adccf40882p-3, 0x1.92ba37d050272p-3,
    0x1.0bba5f8dfd7efp-2, 0x1.4a128c1d2a987p-2, 0x1.85fbba49fd035p-2, 0x1.bf3737cd93f87p-2,
    0x1.f59ccc291b62ap-2, 0x1.148c3610b90dfp-1, 0x1.2cd39523b867fp-1, 0x1.43a9ef04cf58dp-1,
    0x1.59b60f5cfab9ep-1, 0x1.6dc44551553afp-1, 0x1.808c03940694bp-1, 0x1.921fb54442d18p-1,
};
static const double arctangents_low[16] = {
    0x0.0p+0, -0x1.2069feec3624fp-61, -0x1.d71a31bb98d0dp-57, -0x1.0d3ded0ff4764p-57,
    0x1.17763d2fdbb3ap-56, 0x1.b60cc733eb229p-56, -0x1.444fe2cb0cf4ap-56, -0x1.bae5a38d8e8a6p-59,
    0x1.47609d1813127p-58, -0x1.326262f03a2b8p-55, -0x1.166d1dda82812p-58, -0x1.52cbef90b58a8p-55,
    -0x1.1b04c41026bc5p-55, -0x1.bf8863573828ep-58, -0x1.00f327715f6a5p-55, 0x1.1a62633145c07p-55,
};

// 1.5·2⁵²: what is added to it is rounded to a whole number, which stands in the last bits of the sum.
static const double rounder = 0x1.8p52;
