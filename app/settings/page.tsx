// Owns one address: the settings.
import { SettingsMessages } from "@/client/i18n/screens/settings-messages.tsx";
import { SettingsScreen } from "@/components/settings/settings-screen.tsx";

export default function Page() {
  return (
    <SettingsMessages>
      <SettingsScreen />
    </SettingsMessages>
  );
}
