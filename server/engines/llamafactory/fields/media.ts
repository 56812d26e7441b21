// Owns the fields of models that see and hear: which parts learn, how large pictures and videos get, how sound is read.
import type { FieldSpec } from "../../../../contract/engine.ts";
import { fieldsOf, text } from "../../../engine-kit/form-field.ts";

const media = fieldsOf("media");
const more = fieldsOf("media", { advanced: true });
const pixels = text("pixels", "像素");

export const mediaFields: readonly FieldSpec[] = [
  media.flag("freeze_vision_tower", true, {
    label: text("Keep the vision tower", "冻结视觉塔"),
    help: text(
      "For models that see: on, only the language part learns. Off, the image encoder learns too, which needs much more data and memory. Text models ignore it.",
      "仅对视觉模型有效：开启时只训练语言部分；关闭时图像编码器也参与训练，需要更多数据和显存。纯文本模型会忽略此项。",
    ),
  }),
  media.flag("freeze_multi_modal_projector", true, {
    label: text("Keep the projector", "冻结投影层"),
    help: text(
      "The bridge between pictures and language. Off, it learns too; LoRA leaves it alone anyway.",
      "图像与语言之间的桥梁。关闭时也参与训练，LoRA 始终不训练它。",
    ),
  }),
  media.flag("freeze_language_model", false, {
    label: text("Keep the language part", "冻结语言部分"),
    help: text(
      "On, only what sees and the projector learn. Together with the two switches off.",
      "开启时只训练视觉部分和投影层，须同时关闭前两项。",
    ),
  }),
  media.integer("image_max_pixels", 589824, {
    label: text("Largest picture", "图片最大像素"),
    help: text(
      "Larger pictures are made smaller, to width × height of this. 589,824 is 768 × 768. More pixels mean more tokens.",
      "超过该像素数（宽×高）的图片会缩小。589824 即 768×768。像素越多，token 越多。",
    ),
    min: 1,
    unit: pixels,
  }),
  more.integer("image_min_pixels", 1024, {
    label: text("Smallest picture", "图片最小像素"),
    help: text(
      "Smaller pictures are made larger. 1,024 is 32 × 32.",
      "小于该像素数的图片会放大。1024 即 32×32。",
    ),
    min: 1,
    unit: pixels,
  }),
  media.integer("video_max_pixels", 65536, {
    label: text("Largest video frame", "视频帧最大像素"),
    help: text(
      "Frames are made smaller to this. 65,536 is 256 × 256.",
      "超过该像素数的视频帧会缩小。65536 即 256×256。",
    ),
    min: 1,
    unit: pixels,
  }),
  more.integer("video_min_pixels", 256, {
    label: text("Smallest video frame", "视频帧最小像素"),
    help: text(
      "Smaller frames are made larger. 256 is 16 × 16.",
      "小于该像素数的视频帧会放大。256 即 16×16。",
    ),
    min: 1,
    unit: pixels,
  }),
  media.decimal("video_fps", 2, {
    label: text("Frames per second", "每秒取帧数"),
    help: text("How many frames of each second of video the model sees.", "每秒视频取多少帧给模型看。"),
    min: 0,
    minExclusive: true,
    unit: text("per second", "帧/秒"),
  }),
  media.integer("video_maxlen", 128, {
    label: text("Most frames", "最多帧数"),
    help: text(
      "A longer video is sampled more thinly, so that it has no more frames than this.",
      "较长的视频会取得更稀疏，使总帧数不超过该值。",
    ),
    min: 1,
    unit: text("frames", "帧"),
  }),
  more.flag("use_audio_in_video", false, {
    label: text("Sound of videos", "使用视频声音"),
    help: text(
      "The model also hears the video's sound track. Only for omni models.",
      "模型同时听取视频的声音，仅限全模态模型。",
    ),
  }),
  more.integer("audio_sampling_rate", 16000, {
    label: text("Sampling rate of sound", "音频采样率"),
    help: text(
      "Sound is converted to this rate. Nearly all models want 16,000.",
      "音频会转换为该采样率，几乎所有模型都用 16000。",
    ),
    min: 1,
    unit: text("Hz", "Hz"),
  }),
  more.flag("image_do_pan_and_scan", false, {
    label: text("Pan and scan", "平移裁剪"),
    help: text(
      "Meant for Gemma 3: looks at parts of a large picture one by one as well. The pinned version ends at the first picture with it.",
      "为 Gemma 3 设计：把大图分成若干部分再逐个查看。锁定的版本会在第一张图片处中断。",
    ),
  }),
  more.flag("crop_to_patches", false, {
    label: text("Cut into tiles", "切成图块"),
    help: text("InternVL only: cuts a large picture into tiles.", "仅 InternVL：把大图切成图块。"),
  }),
];
