// Owns what becomes of an upload that is whole: rows are looked at and registered, media are put into the folder.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { addHref } from "@/client/datasets/address.ts";
import { isMedia } from "@/client/datasets/upload-files.ts";
import { uploadQueue } from "@/client/datasets/use-uploads.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries, useFinishUpload } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import { ConfirmDataset } from "./confirm-dataset.tsx";

export function WholeUpload({ id, dir }: { id: string; dir: string | undefined }) {
  const router = useRouter();
  const uploads = useQuery(datasetQueries.uploads());
  const upload = uploads.data?.find((each) => each.id === id);
  if (uploads.isPending) return <PageSkeleton />;
  if (upload && isMedia(upload.name)) return <PlaceMedia id={id} name={upload.name} dir={dir} />;
  return (
    <ConfirmDataset
      from={{ upload: id }}
      suggested={upload?.name ?? ""}
      dir={dir}
      onBack={() => router.push(addHref("upload", { dir }))}
    />
  );
}

function PlaceMedia({ id, name, dir }: { id: string; name: string; dir: string | undefined }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const router = useRouter();
  const finish = useFinishUpload();
  const place = () =>
    finish.mutate(
      { id, dir },
      {
        onSuccess: ({ file }) => {
          uploadQueue.drop(id);
          toast.success(t("adding.mediaDone", { file }));
          router.push(addHref("upload", { dir }));
        },
      },
    );
  return (
    <Card className="max-w-2xl">
      <CardHeader>
        <CardTitle>{t("adding.mediaTitle", { name })}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <p className="text-muted text-sm">{t("adding.mediaBody")}</p>
        {finish.error ? <ErrorState {...textOf(finish.error)} /> : null}
        <Button variant="primary" className="w-fit" busy={finish.isPending} onClick={place}>
          {t("adding.mediaSubmit")}
        </Button>
      </CardBody>
    </Card>
  );
}
