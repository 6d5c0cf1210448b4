/**
 * Signing secrets that stand in documentation, examples and defaults, and are therefore the first that anybody tries.
 * Products that chatbots are built with are among them under their own names.
 */
export const WEAK_SECRETS: readonly string[] = [
  '',
  ...`secret Secret SECRET secret1 secret123 secret-key secretkey secretKey secret_key SECRET_KEY SecretKey
  mysecret my-secret my_secret mySecret my-secret-key my_secret_key mysecretkey mySecretKey supersecret super-secret
  super_secret superSecret super-secret-key super_secret_key supersecretkey superSecretKey super-secret-jwt-token
  topsecret top-secret shhhh shhhhh shhhhhared-secret shared-secret verysecret very-secret very_secret notsecret
  insecure insecure-secret insecure-key unsafe unsafe-secret changeme change-me change_me changeMe CHANGEME CHANGE_ME
  changethis change-this changeit please-change-me replace-me replaceme change-me-in-production
  change_this_in_production your-secret your-secret-key your_secret_key your-secret-key-here your_secret_here
  your-256-bit-secret your-384-bit-secret your-512-bit-secret your_jwt_secret your-jwt-secret your-jwt-secret-key
  jwt jwtsecret jwt-secret jwt_secret jwtSecret JWT_SECRET jwt-key jwt_key jwtkey jwt_secret_key my_jwt_secret
  my-jwt-secret myJwtSecret token tokensecret token-secret token_secret accessToken access-token access_token_secret
  access-token-secret refresh_token_secret auth authsecret auth-secret auth_secret AUTH_SECRET AUTH_TOKEN
  nextauth nextauthsecret nextauth_secret NEXTAUTH_SECRET session session-secret session_secret sessionsecret
  cookie-secret keyboard key private privatekey private-key private_key signing-key signingkey signature
  password Password password1 password123 passw0rd P@ssw0rd passphrase pass admin admin123 administrator root toor
  test test123 testing test-secret test_secret testsecret dev development dev-secret dev_secret local localhost
  demo example sample default defaultsecret default-secret default_secret string value none null undefined true
  0 1 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 qwerty qwerty123 abc123 abcdef
  abcdefghijklmnopqrstuvwxyz letmein welcome hello helloworld foo foobar bar baz qux
  00000000000000000000000000000000 0123456789abcdef0123456789abcdef 12345678901234567890123456789012
  t0p-s3cr3t s3cr3t s3cret django-insecure flask-secret hmac hs256 HS256 node express nestjs laravel rails spring
  flowise Flowise librechat LibreChat open-webui openwebui t0p-s3cr3t-openwebui anythingllm AnythingLLM lobe-chat
  lobechat chatgpt chatbot chat-ui chainlit dify langflow sillytavern SillyTavern rasa botpress typebot n8n
  rocketchat mattermost supabase gravitee hasura`.split(/\s+/),
  'super-secret-jwt-token-with-at-least-32-characters-long',
  'your-super-secret-jwt-token-with-at-least-32-characters-long',
  'your secret',
  'your secret key',
  'your secret goes here',
  'my secret',
  'my secret key',
  'a secret',
  'top secret',
  'keyboard cat',
  'change me',
  'hello world',
];
