// Owns one address: the settings.
import { SettingsScreen } from "@/components/settings/settings-screen.tsx";

export default function Page() {
  return <SettingsScreen />;
}
