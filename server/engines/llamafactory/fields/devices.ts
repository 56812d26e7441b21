// Owns the fields of training on several GPUs and of telling a tracker about it.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, only, text } from "../../../engine-kit/form-field.ts";

const devices = fieldsOf("devices", { advanced: true });
const tracking = fieldsOf("tracking");
const more = fieldsOf("tracking", { advanced: true });
const swan = fieldsOf("tracking", { advanced: true, when: only("use_swanlab", true) });

export const deviceFields: readonly FieldSpec[] = [
  devices.choice("deepspeed", null, {
    label: text("DeepSpeed", "DeepSpeed"),
    help: text(
      "Spreads a training over the GPUs: ZeRO-2 splits optimizer and gradients, ZeRO-3 the weights as well. Offload keeps them in main memory. Needs deepspeed.",
      "把训练状态分摊到多张显卡：ZeRO-2 切分优化器与梯度，ZeRO-3 连权重也切分，卸载版放到内存。需要 deepspeed。",
    ),
    open: true,
    options: [
      ["configs/deepspeed/ds_z0_config.json", "ZeRO-0: nothing split", "ZeRO-0：不切分"],
      ["configs/deepspeed/ds_z2_config.json", "ZeRO-2", "ZeRO-2"],
      ["configs/deepspeed/ds_z2_offload_config.json", "ZeRO-2, offload", "ZeRO-2（卸载）"],
      ["configs/deepspeed/ds_z3_config.json", "ZeRO-3", "ZeRO-3"],
      ["configs/deepspeed/ds_z3_offload_config.json", "ZeRO-3, offload", "ZeRO-3（卸载）"],
    ],
  }),
  devices.choice("fsdp", null, {
    label: text("FSDP", "FSDP"),
    help: text(
      "PyTorch's own way to split a model over the GPUs. One of FSDP and DeepSpeed, not both.",
      "PyTorch 自带的多卡切分方式。与 DeepSpeed 二选一。",
    ),
    open: true,
    options: [
      ["full_shard auto_wrap", "Weights, gradients, optimizer", "权重、梯度、优化器"],
      ["shard_grad_op auto_wrap", "Gradients, optimizer", "梯度、优化器"],
      ["full_shard auto_wrap offload", "All, in main memory", "全部，放到内存"],
    ],
  }),
  devices.value("fsdp_config", {
    label: text("FSDP settings", "FSDP 设置"),
    help: text(
      "A JSON file, or the settings themselves in braces.",
      "JSON 文件路径，或直接用花括号书写设置。",
    ),
    placeholder: "{min_num_params: 1000000}",
    when: only("fsdp", "full_shard auto_wrap", "shard_grad_op auto_wrap", "full_shard auto_wrap offload"),
  }),
  devices.integer("dataloader_num_workers", 0, {
    label: text("Loading processes", "加载进程数"),
    help: text(
      "Processes that get batches ready while the GPU works. 2 to 8 helps with pictures.",
      "GPU 计算时准备批次的进程数。含图片时取 2 到 8 有帮助。",
    ),
    min: 0,
    unit: text("processes", "个"),
  }),
  devices.integer("ddp_timeout", 1800, {
    label: text("Patience between GPUs", "多卡等待时限"),
    help: text(
      "How long the GPUs wait for each other before the run ends. Raise it when preparing the data takes long.",
      "多卡互相等待的最长时间，超过即结束。数据预处理较久时调大。",
    ),
    min: 1,
    unit: text("seconds", "秒"),
  }),

  tracking.words("report_to", "none", {
    label: text("Trackers", "实验跟踪"),
    help: text(
      "Where the engine sends the curves besides here. Each needs its package and account; nothing is sent while this is empty.",
      "引擎把曲线另外发送到哪里。各需安装对应的包并登录。留空则不发送。",
    ),
    options: [
      ["tensorboard", "TensorBoard", "TensorBoard"],
      ["wandb", "Weights & Biases", "Weights & Biases"],
      ["mlflow", "MLflow", "MLflow"],
      ["neptune", "Neptune", "Neptune"],
      ["trackio", "Trackio", "Trackio"],
    ],
  }),
  more.line("run_name", null, {
    label: text("Name at the tracker", "跟踪名称"),
    help: text("What the run is called there.", "该运行在跟踪平台上的名称。"),
  }),
  more.line("project", "huggingface", {
    label: text("Trackio project", "Trackio 项目"),
    help: text("The project that Trackio files the run under.", "该运行在 Trackio 中所属的项目。"),
  }),
  more.line("trackio_space_id", "trackio", {
    label: text("Trackio Space", "Trackio Space"),
    help: text("The Hugging Face Space that shows it.", "用于展示的 Hugging Face Space。"),
  }),
  more.choice("include_num_input_tokens_seen", "no", {
    label: text("Count tokens", "统计 token 数"),
    help: text(
      "Counts the tokens seen, which the speed in tokens per second needs.",
      "统计已处理的 token 数，计算每秒 token 速度时需要。",
    ),
    open: true,
    options: [
      ["no", "No", "不统计"],
      ["non_padding", "Without padding", "不含填充"],
      ["all", "All", "全部"],
    ],
  }),
  more.flag("use_swanlab", false, {
    label: text("SwanLab", "SwanLab"),
    help: text("Sends the curves to SwanLab. Needs swanlab.", "把曲线发送到 SwanLab，需要 swanlab。"),
  }),
  swan.line("swanlab_project", "llamafactory", {
    label: text("SwanLab project", "SwanLab 项目"),
    help: text("The project the run is filed under.", "该运行所属的项目。"),
  }),
  swan.line("swanlab_run_name", null, {
    label: text("SwanLab run name", "SwanLab 实验名"),
    help: text("What the run is called there.", "该运行在 SwanLab 上的名称。"),
  }),
  swan.line("swanlab_workspace", null, {
    label: text("SwanLab workspace", "SwanLab 空间"),
    help: text("Whose space it goes to. Empty: your own.", "发送到哪个空间，留空为自己的空间。"),
  }),
  swan.choice("swanlab_mode", "cloud", {
    label: text("SwanLab mode", "SwanLab 模式"),
    help: text("To SwanLab's servers, or only to a folder here.", "上传到 SwanLab 服务器，或只保存在本机。"),
    options: [
      ["cloud", "Cloud", "云端"],
      ["local", "This machine", "本机"],
    ],
  }),
];
