// Owns adding a dataset: where the data comes from, then what it looks like. Nothing is registered before a person agrees.
"use client";
import { ArrowLeft, ClipboardPaste, Cloud, FolderInput, Upload } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { addHref, addSources, type DatasetAddress } from "@/client/datasets/address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { ConfirmDataset } from "./confirm-dataset.tsx";
import { DirSelect } from "./dir-select.tsx";
import { HubSource } from "./hub-source.tsx";
import { PathSource } from "./path-source.tsx";
import { TextSource } from "./text-source.tsx";
import { UploadSource } from "./upload-source.tsx";
import { WholeUpload } from "./whole-upload.tsx";

type AddAddress = Extract<DatasetAddress, { kind: "add" }>;
/** What is looked at: nothing yet, a path or a text. Uploads stand in the address. */
type Looked = { kind: "path"; path: string } | { kind: "text"; text: string } | null;

const icons = { upload: Upload, path: FolderInput, text: ClipboardPaste, hub: Cloud };

export function AddScreen({ address }: { address: AddAddress }) {
  const t = useT("datasets");
  const router = useRouter();
  const [looked, setLooked] = useState<Looked>(null);
  const [draft, setDraft] = useState({ path: "", text: "" });
  const { source, upload, dir } = address;
  const isLooking = upload !== null || looked !== null;
  return (
    <>
      <PageHeader
        title={t("adding.title")}
        heading={
          <div className="flex min-w-0 items-center gap-2">
            <Button
              size="icon"
              variant="ghost"
              className="-ml-2"
              aria-label={t("adding.back")}
              title={t("adding.back")}
              render={<Link href="/datasets/" />}
            >
              <ArrowLeft aria-hidden />
            </Button>
            <h1 className="min-w-0 truncate font-semibold text-xl">{t("adding.title")}</h1>
          </div>
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
          <Segmented
            value={source}
            onValueChange={(next) => router.replace(addHref(next, { dir }))}
            aria-label={t("adding.source")}
            items={addSources.map((value) => {
              const Icon = icons[value];
              return {
                value,
                label: (
                  <>
                    <Icon aria-hidden className="max-sm:hidden" />
                    {t(`adding.sources.${value}`)}
                  </>
                ),
              };
            })}
          />
          <DirSelect
            dir={dir}
            onDir={(next) => router.replace(addHref(source, { upload: upload ?? undefined, dir: next }))}
          />
        </div>
      </PageHeader>
      <div className="flex flex-col gap-4 p-4 md:p-6">
        {source === "upload" && upload === null ? <UploadSource dir={dir} /> : null}
        {source === "upload" && upload !== null ? <WholeUpload key={upload} id={upload} dir={dir} /> : null}
        {source === "hub" ? <HubSource dir={dir} /> : null}
        {source === "path" && !isLooking ? (
          <PathSource
            value={draft.path}
            onValue={(path) => setDraft({ ...draft, path })}
            onLook={(path) => setLooked({ kind: "path", path })}
          />
        ) : null}
        {source === "text" && !isLooking ? (
          <TextSource
            value={draft.text}
            onValue={(text) => setDraft({ ...draft, text })}
            onLook={(text) => setLooked({ kind: "text", text })}
          />
        ) : null}
        {looked === null ? null : (
          <ConfirmDataset
            from={looked.kind === "path" ? { path: looked.path } : { text: looked.text }}
            suggested={looked.kind === "path" ? looked.path : ""}
            dir={dir}
            onBack={() => setLooked(null)}
          />
        )}
      </div>
    </>
  );
}
