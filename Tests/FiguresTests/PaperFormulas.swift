/// Formulas as they stand in papers on activation functions and on what they do to networks.
enum PaperFormulas {
  /// Each with what it says.
  static let all: [(name: String, tex: String)] = functions + gates + limits + networks

  private static let functions: [(name: String, tex: String)] = [
    (
      "gelu",
      #"\text{GELU}(x) = xP(X \leq x) = x\Phi(x) = x \cdot \frac{1}{2}\left[1 + \text{erf}(x/\sqrt{2})\right]"#
    ),
    ("gelu_tanh", #"0.5x\left(1+\tanh\left[\sqrt{2/\pi}\left(x+0.044715x^3\right)\right]\right)"#),
    ("swish", #"f(x) = x \cdot \text{sigmoid}(\beta x) = \frac{x}{1+e^{-\beta x}}"#),
    ("silu", #"a_k(s) = z_k\sigma(z_k), \quad \sigma(x)=\frac{1}{1+\mathrm{e}^{-x}}"#),
    ("mish", #"f(x)=x\tanh(\mathrm{softplus}(x)) = x\tanh\left(\ln(1+e^x)\right)"#),
    (
      "mish'",
      #"f'(x) = \mathrm{sech}^2(\mathrm{softplus}(x))\,x\,\mathrm{sigmoid}(x)+\frac{f(x)}{x} = \Delta(x)\,\mathrm{swish}(x) + \frac{f(x)}{x}"#
    ),
    (
      "selu",
      #"\mathrm{selu}(x)=\lambda\begin{cases} x & \text{if } x>0 \\ \alpha e^x-\alpha & \text{if } x\leqslant 0 \end{cases}"#
    ),
    (
      "selu constants",
      #"\alpha_{01} = -\frac{\sqrt{\frac{2}{\pi}}}{\operatorname{erfc}\left(\frac{1}{\sqrt{2}}\right)\exp\left(\frac{1}{2}\right)-1}\approx 1.6733"#
    ),
    (
      "elu",
      #"f(x) = \left\{\begin{array}{ll} x & \mbox{if } x > 0 \\ \alpha\,(\exp(x)-1) & \mbox{if } x \leq 0 \end{array}\right., \quad f'(x) = \begin{cases}1 & \text{if $x>0$} \\ f(x)+\alpha & \text{if $x\le 0$}\end{cases}"#
    ),
    (
      "prelu",
      #"f(y_i)=\max(0,y_i)+a_i\min(0,y_i), \qquad \frac{\partial f(y_i)}{\partial a_i}=\begin{cases}0,&\mathrm{if}\ y_i>0\\ y_i,&\mathrm{if}\ y_i\leq 0\end{cases}"#
    ),
    (
      "rrelu",
      #"y_{ji}=\begin{cases}x_{ji}&\text{if }x_{ji}\geq 0\\a_{ji}x_{ji}&\text{if }x_{ji}<0,\end{cases}\quad\text{where } a_{ji}\sim U(l,u),\ l<u \text{ and } l,u\in[0,1)"#
    ),
    (
      "maxout",
      #"h_i(\boldsymbol{x})=\max_{j\in[1,k]} z_{ij}, \quad z_{ij}=\boldsymbol{x}^{\top}\mathbf{W}_{\cdots ij}+b_{ij}, \; \mathbf{W}\in\mathbb{R}^{d\times m\times k}"#
    ),
    (
      "softmax",
      #"\sigma(\mathbf{z})_i = \dfrac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}, \quad \text{for } i=1,\dots,K \text{ and } \mathbf{z}=(z_1,\ldots,z_K)\in\mathbb{R}^K"#
    ),
    (
      "softmax'",
      #"\frac{\partial \sigma_i}{\partial z_j} = \sigma_i\left(\mathbb{1}\{i=j\} - \sigma_j\right)"#
    ),
    (
      "siren",
      #"\Phi(\mathbf{x})=\mathbf{W}_n\left(\phi_{n-1}\circ\phi_{n-2}\circ\cdots\circ\phi_0\right)(\mathbf{x})+\mathbf{b}_n, \quad \mathbf{x}_i\mapsto\phi_i(\mathbf{x}_i)=\sin(\mathbf{W}_i\mathbf{x}_i+\mathbf{b}_i)"#
    ),
    (
      "snake",
      #"\text{Snake}_a := x+\frac{1}{a}\sin^2(ax) = x - \frac{1}{2a}\cos(2ax)+\frac{1}{2a}"#
    ),
    (
      "kan",
      #"f(\mathbf{x})=\sum_{q=1}^{2n+1}\Phi_q\left(\sum_{p=1}^n\phi_{q,p}(x_p)\right), \quad \phi(x)=w_b b(x)+w_s\operatorname{spline}(x)"#
    ),
    (
      "pau",
      #"F(x)=\frac{P(x)}{Q(x)}=\frac{\sum_{j=0}^m a_jx^j}{1+\left|\sum_{k=1}^n b_kx^k\right|}"#
    ),
    (
      "rational",
      #"R(x) = \frac{a_0+a_1x+a_2x^2+\cdots+a_mx^m}{1+\lvert b_1x+b_2x^2+\dotsb+b_nx^n\rvert}"#
    ),
    (
      "acon",
      #"S_\beta(x_1,\ldots,x_n)=\frac{\sum_{i=1}^{n}x_ie^{\beta x_i}}{\sum_{i=1}^ne^{\beta x_i}}, \quad f_{\text{ACON-C}}(x) = (p_1-p_2)x\cdot\sigma[\beta(p_1-p_2)x]+p_2x"#
    ),
    ("meta-acon", #"\beta_c=\sigma\,W_1W_2\sum_{h=1}^H\sum_{w=1}^Wx_{c,h,w}"#),
    (
      "frelu",
      #"f(x_{c,i,j})=\max(x_{c,i,j},\mathbb T(x_{c,i,j})), \quad \mathbb T(x_{c,i,j})=x_{c,i,j}^{\omega}\cdot p_c^{\omega}"#
    ),
    (
      "dy-relu",
      #"y_c=f_{\boldsymbol{\theta}(\boldsymbol{x})}(x_c)=\max_{1\leq k\leq K}\{a_c^k(\boldsymbol{x})x_c+b_c^k(\boldsymbol{x})\}"#
    ),
    (
      "pade",
      #"[m/n]_f(x) = \frac{\sum_{j=0}^{m}a_jx^j}{1+\sum_{k=1}^nb_kx^k}, \quad f(x)-[m/n]_f(x)=\mathcal{O}\!\left(x^{m+n+1}\right)"#
    ),
    ("tanhexp", #"f(x)=x\tanh(e^x), \quad f'(x)=\tanh(e^x)-xe^x\left(\tanh^2(e^x)-1\right)"#),
    (
      "logish",
      #"f(x)=x\cdot\ln[1+\mathrm{sigmoid}(x)], \qquad {\rm Smish}(x) = x\cdot\tanh[\ln(1+{\rm sigmoid}(x))]"#
    ),
    (
      "serf",
      #"f(x)=x\,\mathrm{erf}(\ln(1+e^x)), \quad f'(x)=\frac{2}{\sqrt{\pi}}\,e^{-\ln^2(1+e^x)}\,x\,\sigma(x)+\frac{f(x)}{x}"#
    ),
    ("phish", #"f(x) = x\,\mathrm{TanH}(\mathrm{GELU}(x))"#),
    (
      "erfact",
      #"\mathcal{F}(x;\alpha,\beta)=x\,\mathrm{erf}(\alpha e^{\beta x}), \qquad \mathcal{P}(x;\alpha,\beta)=x\tanh(\alpha e^{\beta x})"#
    ),
    (
      "gish",
      #"f(x)=x\cdot\ln\left(2-e^{-e^x}\right), \quad \mathrm{SinSig}(x)=x\cdot\sin\left(\tfrac{\pi}{2}\,\sigma(x)\right)"#
    ),
    (
      "starrelu",
      #"\mathrm{StarReLU}(x) = \frac{(\mathrm{ReLU}(x))^2-\mathrm{E}\left((\mathrm{ReLU}(x))^2\right)}{\sqrt{\mathrm{Var}\left((\mathrm{ReLU}(x))^2\right)}} = \frac{(\mathrm{ReLU}(x))^2-0.5}{\sqrt{1.25}} \approx 0.8944\cdot(\mathrm{ReLU}(x))^2-0.4472"#
    ),
    ("squared relu", #"\phi(x) = [\max\{0,x\}]^2 = x_+^2, \quad x_+\triangleq\max(0,x)"#),
    (
      "crelu",
      #"\rho_c(x)\triangleq([x]_+,[-x]_+), \quad \forall x\in\mathbb{R},\ \lVert\rho_c(x)\rVert = \left\lVert x\right\rVert"#
    ),
  ]

  private static let gates: [(name: String, tex: String)] = [
    (
      "glu",
      #"\text{GLU}(x,W,V,b,c)=\sigma(xW+b)\otimes(xV+c), \quad h_l(\mathbf{X})=(\mathbf{X}*\mathbf{W}+\mathbf{b})\otimes\sigma(\mathbf{X}*\mathbf{V}+\mathbf{c})"#
    ),
    (
      "swiglu",
      #"\mathrm{FFN}_{\mathrm{SwiGLU}}(x,W,V,W_2)=(\operatorname{Swish}_1(xW)\otimes xV)W_2"#
    ),
    (
      "generalized normal",
      #"H(x) = \frac{1}{2}+\frac{\operatorname{sign}(x-\mu)}{2}\,\frac{\gamma\left(\frac1\beta,\left|\frac{x-\mu}{\alpha}\right|^\beta\right)}{\Gamma\left(\frac1\beta\right)}"#
    ),
    (
      "its density",
      #"\frac{\beta}{2\alpha\,\Gamma(1/\beta)}\;e^{-(|x-\mu|/\alpha)^\beta} \xrightarrow{\beta\to\infty} \frac{1}{2\alpha}\mathbf{1}_{[\mu-\alpha,\mu+\alpha]}"#
    ),
    (
      "incomplete gamma",
      #"P(a,x)=\frac{\gamma(a,x)}{\Gamma(a)}=\frac{1}{\Gamma(a)}\int_0^x t^{a-1}e^{-t}\,\mathrm{d}t"#
    ),
    (
      "dropout",
      #"\mathbb{E}_{m\sim\mathrm{Bernoulli}(\Phi(x))}[m x]=\Phi(x)\times Ix+(1-\Phi(x))\times 0x=x\Phi(x)"#
    ),
    (
      "gelu as an expectation",
      #"\underbrace{x\vphantom{\int}}_{\text{input}}\cdot\underbrace{\mathbb{E}\left[\mathbb{1}\{X\leq x\}\right]}_{\text{gate } H(x)} = x\,\Pr(X\le x),\quad X\sim\mathcal{N}(0,1)"#
    ),
  ]

  private static let limits: [(name: String, tex: String)] = [
    (
      "mollifier",
      #"\varphi_\epsilon(x) = \begin{cases}\frac{1}{Z\epsilon}\,e^{-\frac{1}{1-|x/\epsilon|^2}}&\text{if }|x|<\epsilon\\0&\text{if }|x|\geqslant\epsilon\end{cases}, \quad f_\epsilon = f * \varphi_\epsilon"#
    ),
    (
      "dirac",
      #"\lim_{\epsilon\to0^+}\int_{-\infty}^{\infty}\frac{1}{\epsilon}\,\eta\!\left(\frac{x-y}{\epsilon}\right)f(y)\,dy=f(x), \quad \delta(x)=\frac{1}{2\pi}\int_{-\infty}^{\infty}e^{ikx}\,\mathrm{d}k"#
    ),
    (
      "heaviside",
      #"H(x) = \lim_{k\to\infty}\tfrac{1}{2}(1+\tanh kx) = \lim_{\varepsilon\downarrow 0}\left\{-\frac{1}{2\pi i}\int_{-\infty}^{\infty}\frac{e^{-ix\tau}}{\tau+i\varepsilon}\,\mathrm{d}\tau\right\}"#
    ),
    (
      "fourier",
      #"\hat f(\xi) = \int_{\mathbb{R}}f(x)\,e^{-2\pi i x\xi}\,dx, \qquad \widehat{f*g} = \widehat{f}\cdot\widehat{g}"#
    ),
    (
      "limits",
      #"\limsup_{x\to\infty}\frac{f(x)}{x}=1 \quad\text{and}\quad \liminf_{x\to-\infty} f(x)\geq -c"#
    ),
    (
      "lipschitz",
      #"\mathrm{Lip}(f) = \sup_{x\neq y}\frac{\|f(x)-f(y)\|_2}{\|x-y\|_2} \leq \prod_{l=1}^{L}\left\|\mathbf{W}^{(l)}\right\|_2 \cdot \sup_{x\in\mathbb{R}}\left|\phi'(x)\right|^{L}"#
    ),
    (
      "universal approximation",
      #"\sup_{x\in K}\Big\|f(x)-\sum_{i=1}^{N}c_i\,\sigma\big(w_i^{\mathsf T}x+b_i\big)\Big\|<\varepsilon \iff \sigma\notin\mathcal{P}"#
    ),
    (
      "smooth maximum",
      #"\max\nolimits_\alpha(x_1,\dots,x_n) = \frac1\alpha\log\sum_{i=1}^n e^{\alpha x_i} \underset{\alpha\to\infty}{\longrightarrow} \max_i x_i"#
    ),
    (
      "best parameter",
      #"\beta^\ast = \operatorname*{arg\,min}_{\substack{\beta\in\mathbb{R}\\\beta>0}}\ \left\lVert x\,\sigma(\beta x)-x\,\Phi(x)\right\rVert_\infty \overset{!}{\approx} 1.702"#
    ),
    (
      "modulo",
      #"f(x) = x - 2\left\lfloor\frac{x+1}{2}\right\rfloor \equiv x \pmod{2}, \quad n \bmod 4"#
    ),
    (
      "root",
      #"\sqrt[3]{1+\left|x\right|^3}, \quad \frac{x}{\sqrt[k]{1+|x|^k}}, \quad \sqrt[n]{\frac{a}{b}}"#
    ),
  ]

  private static let networks: [(name: String, tex: String)] = [
    (
      "variance map",
      #"q^l = \mathcal{V}(q^{l-1}\mid\sigma_w,\sigma_b)\equiv\sigma_w^2\int\mathcal{D}z\,\phi\left(\sqrt{q^{l-1}}\,z\right)^2+\sigma_b^2, \quad \mathcal{D}z=\frac{dz}{\sqrt{2\pi}}e^{-\frac{z^2}{2}}"#
    ),
    (
      "edge of chaos",
      #"\chi_1 = \sigma_w^2\int\mathcal{D}z\left[\phi'\left(\sqrt{q^*}z\right)\right]^2 = 1"#
    ),
    (
      "correlation map",
      #"c_{12}^l = \mathcal{C}(c_{12}^{l-1},q_{11}^{l-1},q_{22}^{l-1}\,|\,\sigma_w,\sigma_b)\equiv\frac{\sigma_w^2\int\mathcal{D}z_1\mathcal{D}z_2\,\phi(u_1)\,\phi(u_2)+\sigma_b^2}{\sqrt{q_{11}^l}\sqrt{q_{22}^l}}"#
    ),
    (
      "dynamical isometry",
      #"\mathbf{J}=\frac{\partial\mathbf{x}^L}{\partial\mathbf{h}^0}=\prod_{l=1}^L\mathbf{D}^l\mathbf{W}^l, \quad \frac{1}{N}\left\langle\operatorname{tr}\,(\mathbf{J}\mathbf{J}^{\mathsf{T}})\right\rangle = \chi^L"#
    ),
    (
      "ntk",
      #"\Theta^{(L)}(\theta) = \sum_{p=1}^P\partial_{\theta_p}F^{(L)}(\theta)\otimes\partial_{\theta_p}F^{(L)}(\theta) \xrightarrow[n_1,\ldots,n_{L-1}\to\infty]{\text{a.s.}} \Theta_\infty^{(L)}\otimes Id_{n_L}"#
    ),
    (
      "ntk recursion",
      #"\begin{aligned}\Theta_\infty^{(1)}(x,x')&=\Sigma^{(1)}(x,x')\\\Theta_\infty^{(L+1)}(x,x')&=\Theta_\infty^{(L)}(x,x')\,\dot\Sigma^{(L+1)}(x,x')+\Sigma^{(L+1)}(x,x')\end{aligned}"#
    ),
    (
      "arc-cosine kernel",
      #"k_n(\mathbf{x},\mathbf{y}) = \frac{1}{\pi}\left\|\mathbf{x}\right\|^n\left\|\mathbf{y}\right\|^nJ_n(\theta), \quad \theta=\cos^{-1}\left(\frac{\mathbf{x}\cdot\mathbf{y}}{\|\mathbf{x}\|\|\mathbf{y}\|}\right)"#
    ),
    (
      "its angular part",
      #"J_n(\theta)=(-1)^n(\sin\theta)^{2n+1}\left(\frac{1}{\sin\theta}\frac{\partial}{\partial\theta}\right)^n\left(\frac{\pi-\theta}{\sin\theta}\right)"#
    ),
    (
      "covariance",
      #"\Lambda = \begin{pmatrix}\Sigma(x,x)&\Sigma(x,x')\\\Sigma(x',x)&\Sigma(x',x')\end{pmatrix}, \quad (u,v)\sim\mathcal{N}(\mathbf{0},\Lambda)"#
    ),
    (
      "selu's map",
      #"\begin{pmatrix}\mu\\\nu\end{pmatrix}\mapsto\begin{pmatrix}\tilde\mu\\\tilde\nu\end{pmatrix}:\ \begin{pmatrix}\tilde\mu\\\tilde\nu\end{pmatrix}=g\begin{pmatrix}\mu\\\nu\end{pmatrix}"#
    ),
    (
      "he initialisation",
      #"\frac{1}{2}n_l\operatorname{Var}[w_l]=1,\ \forall l \quad\Longrightarrow\quad w_l\sim\mathcal{N}\!\left(0,\sqrt{2/n_l}\right)"#
    ),
    (
      "batch normalisation",
      #"\hat{x}_i\leftarrow\frac{x_i-\mu_{\mathcal{B}}}{\sqrt{\sigma_{\mathcal{B}}^2+\epsilon}}, \qquad y_i\leftarrow\gamma\hat{x}_i+\beta\equiv\mathrm{BN}_{\gamma,\beta}(x_i)"#
    ),
    (
      "loss",
      #"\mathcal{L}(\theta)=-\frac1N\sum_{n=1}^N\log p_\theta\left(y_n\,\middle|\,x_n\right)+\lambda\,{\color{red}\|\theta\|_2^2}, \quad \nabla_{\!\theta}\mathcal{L}\not=0"#
    ),
    (
      "array",
      #"\begin{array}{l|cc}\phi & \sigma_w^2 & \sigma_b^2\\\hline\tanh & 1 & 0\\\text{ReLU} & 2 & 0\\\text{GELU} & 1.982 & 0.03\end{array}"#
    ),
    (
      "derivatives",
      #"f''(x) = \phi(x)\,(2-x^2), \quad f'''(x), \quad f^{(n)}(x) = \frac{\mathrm{d}^nf}{\mathrm{d}x^n}, \quad {f'}^2 = (f')^2"#
    ),
    (
      "heavy",
      #"\frac{\partial\mathcal{L}}{\partial\boldsymbol{\theta}} = \sum_t\bm{\delta}_t\odot\sigma'(\boldsymbol{a}_t), \quad \mathfrak{R}_n(\mathscr{F})\leq\frac{1}{n}\,\mathbb{E}\Bigl[\sup_{f\in\mathscr{F}}\sum_{i=1}^n\epsilon_if(x_i)\Bigr]"#
    ),
  ]
}
