import type { Referential } from '../../index.js';

export interface TemplateAnswers {
  readonly product: string;
  readonly version: string;
  readonly exploitant: string;
  readonly referential: string;
  readonly path?: string;
  readonly environment: string;
  readonly role?: string;
  readonly ins?: boolean;
  readonly patient?: boolean;
  readonly professional?: boolean;
  readonly runs: readonly string[];
}

/** dossier.yaml with a comment on every key. What was not answered stays commented out: nothing is assumed. */
export function dossierTemplate(answers: TemplateAnswers, referential: Referential): string {
  const { product, version, exploitant, environment, path, role, ins, patient, professional, runs } = answers;
  const paths = referential.paths.map(({ id }) => id).join(', ');
  return `# Dossier de preuves d’un DMN, lu par « epreuve dossier ». Les clés sont vérifiées ; une faute est montrée à sa ligne.
# Schéma pour les éditeurs : docs/schemas/dossier.schema.json. Rien d’officiel ici : voir l’avertissement de « status ».
format: epreuve-dossier/1
referential: ${quote(answers.referential)}

product:
  name: ${quote(product)}
  version: ${quote(version)}
  # Le certificat nomme le produit, son système et son appareil.
  # system: "Android 15"
  # device: "Téléphone"

# Seul l’exploitant dépose sur Convergence.
exploitant:
  name: ${quote(exploitant)}
  # siret: "12345678200010"
  # signatory: { name: "Prénom Nom", role: "Directrice générale" }

# Voie de prise en charge : ${paths}.
${path === undefined ? '# path: pecan' : `path: ${quote(path)}`}

# preview (espace de test) ou referencement (les preuves qui comptent).
environment: ${environment}
# Adresses des plateformes, si elles ont changé :
# platforms: { preview: "https://…", referencement: "https://…" }

# Date imprimée sur les pages (absente : aucune).
# date: "2027-01-15"

# Ce que vous dites ici décide des exigences qui s’appliquent. Une réponse absente laisse ses exigences « à trancher ».
identity:
  # slave : esclave d’identité ; ri : le DMN est le référentiel d’identité.
  ${line('role', role, 'slave')}
  # Pour un RI : consomme-t-il ou envoie-t-il des identités dans son domaine ?
  # exchanges: true
  # Édite-t-il des documents portant l’identité ? Garde-t-il des copies de pièces d’identité ?
  # prints: false
  # documentCopies: false
ins:
  ${line('used', ins, true)}
access:
  ${line('patient', patient, true)}
  ${line('professional', professional, true)}
  # vitaleApp: false

# Test d’intrusion : non-conformités qui restent, et le rapport.
# penetrationTest: { date: "2026-11-02", provider: "…", report: preuves/pentest.pdf, high: 0, medium: 2 }

# Passages d’Épreuve. Les étapes qui citent une exigence la prouvent d’elles-mêmes.
${runs.length === 0 ? '# runs: [runs/2026-01-05-101500-demo]' : `runs: [${runs.map(quote).join(', ')}]`}

# Attestations signées, par règle (leurs noms sont dans « status --json ») : un papier pour toutes ses exigences.
# declarations: { ri-profile: preuves/attestation-ri-signee.pdf }

# Preuves 1 à 3 de chaque exigence : un fichier à côté de ce fichier, un lien, ou un passage.
# requirements:
#   "INS 45":
#     scenario: pam-flow
#     platformLink: "https://…"
#     proof1: { run: runs/2026-01-05-101500-demo }
#     proof2: { file: preuves/compte-usager.png, title: "Compte portant l’INS" }
#   "INS 36":
#     applicable: false
#     reason: "Le texte officiel, relu le …, ne vise pas notre produit."

# Maturité : « epreuve dossier maturity » montre les questions. green, yellow, orange, red ou not-applicable.
# maturity:
#   demarches: [dmn]
#   answers:
#     ID-1: { level: yellow, target: { level: green, date: "2027-03-31" } }
`;
}

function line(key: string, value: string | boolean | undefined, example: string | boolean): string {
  return value === undefined ? `# ${key}: ${example}` : `${key}: ${value}`;
}

/** A YAML double-quoted scalar is a JSON string. */
function quote(text: string): string {
  return JSON.stringify(text);
}
