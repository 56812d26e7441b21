// Owns words that the engine's schema takes whatever they are, and its training knows only some of. Refuses to guess: the lists
// are those of the pinned versions.

export const attentions: readonly string[] = [
  "eager",
  "sdpa",
  "flash_attention_2",
  "flash_attention_3",
  "flash_attention_4",
  "flash_attention_torch",
  "flex_attention",
  "xformers",
  "sage",
  "fp8",
];

export const schedulers: readonly string[] = (
  "linear cosine cosine_with_restarts polynomial constant constant_with_warmup inverse_sqrt reduce_lr_on_plateau " +
  "cosine_with_min_lr cosine_warmup_with_min_lr warmup_stable_decay greedy one_cycle rex"
).split(" ");

export const optimizers: readonly string[] = (
  "adamw_torch adamw_torch_fused adamw_torch_xla adamw_torch_npu_fused adafactor adamw_anyprecision adamw_torch_4bit " +
  "adamw_torch_8bit ademamix sgd adagrad adamw_bnb_8bit adamw_8bit ademamix_8bit lion_8bit lion_32bit " +
  "paged_adamw_32bit paged_adamw_8bit paged_ademamix_32bit paged_ademamix_8bit paged_lion_32bit paged_lion_8bit " +
  "rmsprop rmsprop_bnb rmsprop_bnb_8bit rmsprop_bnb_32bit galore_adamw galore_adamw_8bit galore_adafactor " +
  "galore_adamw_layerwise galore_adamw_8bit_layerwise galore_adafactor_layerwise lomo adalomo grokadamw " +
  "schedule_free_radam schedule_free_adamw schedule_free_sgd apollo_adamw apollo_adamw_layerwise stable_adamw " +
  "optimi_adamw ao_adamw_4bit ao_adamw_8bit ao_adamw_fp8 adopt_adamw adamc came_pytorch muon dion sinkgd polora " +
  "flash_adamw flash_adam flash_sgd flash_sgdw flash_lion q_galore_adamw8bit"
).split(" ");

/** What the mapping of one dataset may hold, of whatever kind it is. */
export const datasetEntries: readonly string[] = (
  "chat_template chat_template_jinja conversation data_files drop_system_message ds_type field field_chosen field_human " +
  "field_messages field_model field_rejected field_thinking field_tools input_format input_transform length " +
  "logprobs_field max_completion_length max_input_id message_field_content message_field_role message_field_training " +
  "message_field_training_detail message_property_mappings min_input_id name path preprocess_shards revision roles " +
  "roles_to_train seed sequence_length shards shards_idx skip split split_thinking step_separator temperature " +
  "template_thinking_key text_column train_on_eos train_on_eot train_on_last_step_only trust_remote_code type"
).split(" ");
