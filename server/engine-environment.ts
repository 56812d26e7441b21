// Owns which variables of the studio's own environment an engine may see. Refuses all others: they may hold secrets.

const NAMES = new Set([
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "LANG",
  "LANGUAGE",
  "TZ",
  "TMPDIR",
  "LD_LIBRARY_PATH",
  "LD_PRELOAD",
  "CPATH",
  "CC",
  "CXX",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "ALL_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "all_proxy",
]);
const FAMILIES =
  /^(LC_|HF_|HUGGINGFACE_|TRANSFORMERS_|MODELSCOPE_|USE_MODELSCOPE|OPENMIND_|CUDA_|NVIDIA_|NCCL_|HIP_|ROCR_|ASCEND_|OMP_|MKL_|OPENBLAS_|TORCH_|PYTORCH_|TRITON_|TOKENIZERS_|XDG_|PIP_|UV_)/;

type Variables = Readonly<Record<string, string | undefined>>;

/** What an engine inherits, with telemetry off and output unbuffered. */
export function engineEnvironment(own: Variables): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(own))
    if (value !== undefined && (NAMES.has(name) || FAMILIES.test(name))) kept[name] = value;
  return { ...kept, DO_NOT_TRACK: "1", HF_HUB_DISABLE_TELEMETRY: "1", PYTHONUNBUFFERED: "1" };
}
